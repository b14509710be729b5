import { emptyForm } from '../../../domain/certificate/certificate'
import { planWords } from './plan-words'
import { previewTexts, unknownWords } from './preview-words'

const now = new Date('2024-07-01T01:00:00Z')
const example = { ...emptyForm(), expiresOn: '2025-01-31', leadDays: 180, sendTime: '10:00:00' }
const device = (name: string) => ({ name, department: { name: '影像中心' } })

describe('the preview of the plan', () => {
  test('S34: the guide’s example is 181 sends from 2024-08-04 10:00 to 2025-01-31 10:00', () => {
    expect(planWords(example, now).parts.join('')).toBe('首次 2024-08-04 10:00，共 181 次，末次 2025-01-31')
  })

  test('S37: a lead of 0 days is one send on the last day', () => {
    expect(planWords({ ...example, leadDays: 0 }, now).head).toBe('首次 2025-01-31 10:00，共 1 次')
  })

  test('S31: a first day that has passed is said, with the next send', () => {
    expect(planWords(example, new Date('2024-08-10T01:00:00Z')).rhythm).toBe('首次日期已过，下次 2024-08-10 10:00，还有 175 次。')
  })

  test('S31: when the time of today has passed, the first message goes out right after saving', () => {
    expect(planWords(example, new Date('2024-08-10T03:00:00Z')).rhythm).toContain('保存后马上发一次，还有 175 次')
  })

  test.each([
    ['长期有效', { longTerm: true, expiresOn: null }, '长期有效，不会到期，不提醒'],
    ['an expired one', { expiresOn: '2024-06-30' }, '已过有效期，不再提醒'],
    ['no channel', { channels: { home: false, sms: false, wechat: false } }, '没有勾选发送形式，不提醒'],
    ['no 有效期至 yet', { expiresOn: null }, '填好有效期至，这里就显示提醒计划'],
    ['a lead that is no number', { leadDays: NaN }, '填好提前预警时间和发送时间，这里就显示提醒计划'],
  ])('%s is said in words instead of a plan', (_, change, words) => {
    expect(planWords({ ...example, ...change }, now)).toMatchObject({ head: words, count: 0 })
  })
})

describe('the preview of the text', () => {
  test('S41: 首页 shows the guide’s sentence with all devices and the day', () => {
    const [home] = previewTexts({ form: example, devices: [device('裂隙灯'), device('检眼镜')], now })
    expect(home?.text).toBe('裂隙灯、检眼镜已经快到设备操作证到期日了, 设备操作证到期日是: 2025-01-31, 请及时处理!')
  })

  test('B29: each ticked channel shows its own words', () => {
    const form = { ...example, channels: { home: true, sms: true, wechat: true } }
    expect(previewTexts({ form, devices: [device('裂隙灯')], now }).map(({ label }) => label)).toEqual(['首页', '短信', '微信'])
  })

  test('B29: an SMS says how many days are left on the day of the first send', () => {
    const form = { ...example, channels: { home: false, sms: true, wechat: false } }
    expect(previewTexts({ form, devices: [device('裂隙灯')], now })[0]?.text).toContain('剩180天')
  })

  test('nothing is shown before a device and 有效期至 are there', () => {
    expect(previewTexts({ form: example, devices: [], now })).toEqual([])
  })

  test('S41: a bracket that is no variable is pointed at', () => {
    expect(unknownWords('[设备名称]和[到期曰]')).toBe('[到期曰] 不是可用的变量，会原样发出')
    expect(unknownWords(example.template)).toBe('')
  })
})
