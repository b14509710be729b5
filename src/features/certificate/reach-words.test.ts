import { reachWarning, toldWords } from './reach-words'

const all = { home: true, sms: true, wechat: true }
const told = (reach: { bound: boolean; follows: boolean; hasPhone: boolean; wechatCredits: number }) => ({ id: 'a', name: '李四', because: ['named' as const], reach })

test('B5: who follows the official account and has a phone is reached by everything', () => {
  expect(toldWords(told({ bound: true, follows: true, hasPhone: true, wechatCredits: 0 }), all)).toMatchObject({ reached: ['首页', '短信', '微信'], missed: [], warning: '' })
})

test('B5: what does not reach somebody is said with the reason', () => {
  const words = toldWords(told({ bound: true, follows: false, hasPhone: false, wechatCredits: 0 }), all)
  expect(words).toMatchObject({ reached: ['首页'], missed: ['短信：没有手机号', '微信：未关注公众号'], warning: '李四收不到短信、微信' })
})

test('B2: who is reached by subscription messages sees how many are left', () => {
  expect(toldWords(told({ bound: true, follows: false, hasPhone: true, wechatCredits: 3 }), all).credits).toBe('微信还可提醒 3 次')
})

test('B5: somebody whom nothing reaches is said so', () => {
  const nobody = toldWords(told({ bound: false, follows: false, hasPhone: false, wechatCredits: 0 }), { home: false, sms: true, wechat: true })
  expect(nobody.warning).toBe('李四收不到任何提醒')
  expect(reachWarning([nobody, { ...nobody, name: '王五', warning: '王五收不到微信' }])).toBe('李四等 2 人有收不到的渠道')
})
