import { handledWords, nextWords, standing } from './next-words'

const handling = { kind: 'review' as const, note: '', reference: 'FS2026-1123', until: '2026-12-23', by: '李四', at: '2026-11-20T01:12:00.000Z' }

test('the next send is said in the hospital’s time', () => {
  expect(nextWords({ nextSendAt: '2026-11-24T00:00:00.000Z', holdReason: null })).toBe('下次提醒 2026-11-24 08:00')
})

test.each([
  ['long-term', '长期有效，不会到期，不提醒'], ['expired', '已过有效期，不再提醒'], ['last-told', '最后一次提醒已发出'], ['revoked', '已注销，不再提醒'], ['no-recipient', '没有通知人员'],
])('B8: a hold is said in words: %s', (holdReason, words) => {
  expect(nextWords({ nextSendAt: null, holdReason })).toBe(words)
})

test('S35: a handling says who, when, how and until when', () => {
  expect(handledWords(handling)).toBe('李四 11-20 09:12 已提交复审，受理号 FS2026-1123，2026-12-23 起恢复提醒')
  expect(handledWords({ ...handling, kind: 'revoked', reference: '', until: null })).toBe('李四 11-20 09:12 离岗 / 注销，此证停止提醒')
})

test('a silence whose day has come stands no longer', () => {
  expect(standing({ handling }, '2026-12-22')).toBe(handling)
  expect(standing({ handling }, '2026-12-23')).toBeNull()
})
