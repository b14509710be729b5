import { instantOf, plusMinutes } from '../kernel/civil-day'
import { alarmsOf, FAILED_AT_LEAST, type HealthFacts } from './alarm'
import { alarmRemedy, alarmSentence, alarmWords } from './alarm-words'
import { digestOf, isDigestTime } from './digest'
import { isSilent } from './door'
import { reasonsOf, trafficOf, type Counted } from './traffic'

const now = instantOf('2026-11-25', '09:00:00')
const ago = (minutes: number): Date => plusMinutes(now, -minutes)
const counted = (over: Partial<Counted> = {}): Counted => ({ channel: 'sms', route: '', state: 'sent', reason: '', count: 1, latest: ago(60), ...over })
const facts = (over: Partial<HealthFacts> = {}): HealthFacts =>
  ({ now, beats: { remind: ago(1), sweep: ago(200), digest: ago(29) }, oldestDue: null, lastDay: [], stopped: [], ownWays: new Set(), lockedForCodes: 0, settingsSavedAt: null, ...over })
const kinds = (over: Partial<HealthFacts>): string[] => alarmsOf(facts(over)).map(({ kind }) => kind)

describe('B18: alarms', () => {
  test('a healthy hospital has none, and neither has one that was set up today', () => {
    expect(alarmsOf(facts())).toEqual([])
    expect(alarmsOf(facts({ beats: { remind: ago(0), sweep: null, digest: null } }))).toEqual([])
  })

  test('pictures that WeChat did not look at are told last, with its code, and none are no alarm', () => {
    expect(kinds({ unchecked: { photos: 0, code: '' } })).toEqual([])
    const [alarm] = alarmsOf(facts({ unchecked: { photos: 3, code: '45009' } }))
    expect(alarm && [alarmWords(alarm, now), alarmRemedy(alarm, now)]).toEqual([expect.stringMatching(/^近 24 小时有 3 张照片没有做内容检查：/), expect.stringContaining('照常显示')])
    expect(alarmSentence(alarmsOf(facts({ unchecked: { photos: 1, code: '' } })), now)).toBe('近 24 小时有 1 张照片没有做内容检查：微信没有回结果。')
  })

  test('the timer is missed from the fifteenth minute on, and one that never came at once', () => {
    expect([14.9, 15].map((minutes) => isSilent('remind', ago(minutes), now))).toEqual([false, true])
    expect(alarmsOf(facts({ beats: { remind: null, sweep: null, digest: null } }))).toEqual([{ kind: 'silent', door: 'remind', since: null }])
  })

  test('the other doors are missed after a night or a day without them, and told last', () => {
    const beats = { remind: ago(20), sweep: ago(26 * 60), digest: ago(14 * 60) }
    expect(alarmsOf(facts({ beats, stopped: [{ way: 'official-account', code: '43116', at: ago(9) }] })).map((alarm) => alarmWords(alarm, now))).toEqual([
      '提醒服务自 08:40 起没有运行', '公众号的模板被微信封禁，全院的公众号提醒已停', '夜间清理自 2026-11-24 07:00 起没有运行', '每日运行摘要自 2026-11-24 19:00 起没有运行',
    ])
  })

  test('what is due and not sent is told while the timer comes; without the timer that alone is told', () => {
    expect(kinds({ oldestDue: ago(14) })).toEqual([])
    expect(kinds({ oldestDue: ago(15) })).toEqual(['stuck'])
    expect(kinds({ oldestDue: ago(90), beats: { remind: ago(80), sweep: null, digest: null } })).toEqual(['silent'])
  })

  test('one refusal of our settings is enough, until something is sent by that way again', () => {
    const wrong = counted({ channel: 'wechat', route: 'official-account', state: 'failed', reason: '40164', latest: ago(30) })
    const sent = (minutes: number, route: string) => counted({ channel: 'wechat', route, latest: ago(minutes) })
    expect(alarmsOf(facts({ lastDay: [wrong, sent(60, 'official-account'), sent(1, 'subscribe-message')] }))).toEqual([{ kind: 'settings', way: 'official-account', code: '40164', since: ago(30), own: false }])
    expect(alarmsOf(facts({ lastDay: [wrong, sent(29, 'official-account')] }))).toEqual([])
  })

  test('who mends a setting is told: the hospital its own account, the operator the shared one', () => {
    const lastDay = [counted({ state: 'failed', reason: 'AuthFailure.SignatureFailure' })]
    const remedy = (ownWays: HealthFacts['ownWays']) => alarmsOf(facts({ lastDay, ownWays })).map((alarm) => alarmRemedy(alarm, now))
    expect(remedy(new Set(['sms']))).toEqual(['请到通道设置里改正，测试通过后再保存。'])
    expect(remedy(new Set())).toEqual(['这是平台统一的设置，请告诉系统管理员。'])
  })

  test('an own account that was refused is mended by saving 通道设置, which tests it; the shared one is not', () => {
    const lastDay = [counted({ state: 'failed', reason: 'AuthFailure.SignatureFailure', latest: ago(60) })]
    expect(kinds({ lastDay, ownWays: new Set(['sms']), settingsSavedAt: ago(61) })).toEqual(['settings'])
    expect(kinds({ lastDay, ownWays: new Set(['sms']), settingsSavedAt: ago(59) })).toEqual([])
    expect(kinds({ lastDay, settingsSavedAt: ago(59) })).toEqual(['settings'])
  })

  test('a banned template is told as long as its mark is there, not also as a wrong setting', () => {
    const lastDay = [counted({ channel: 'wechat', route: 'official-account', state: 'failed', reason: '43116' })]
    expect(kinds({ lastDay })).toEqual([])
    expect(kinds({ lastDay, stopped: [{ way: 'official-account', code: '43116', at: ago(60) }] })).toEqual(['stopped'])
  })

  test('failures are told from five and a fifth on, with the leading reason; what was held is no failure', () => {
    const failed = (count: number) => counted({ state: 'failed', reason: 'sms.receipt.MK:0001', count })
    expect(kinds({ lastDay: [failed(FAILED_AT_LEAST - 1)] })).toEqual([])
    expect(kinds({ lastDay: [failed(5), counted({ count: 21 })] })).toEqual([])
    expect(kinds({ lastDay: [counted({ state: 'held', reason: 'no-phone', count: 90 })] })).toEqual([])
    const [alarm] = alarmsOf(facts({ lastDay: [failed(5), counted({ count: 20 }), counted({ state: 'failed', reason: 'LimitExceeded.PhoneNumberDailyLimit', count: 1 })] }))
    expect(alarm).toEqual({ kind: 'failures', channel: 'sms', failed: 6, total: 26, reason: 'sms.receipt.MK:0001' })
    expect(alarmWords(alarm!, now)).toBe('近 24 小时短信 26 条中有 6 条没有送到，多数因为：号码是空号')
  })

  test('SMS that stayed behind the hospital’s own cap are told as such from the first on, not as failures', () => {
    const capped = counted({ state: 'failed', reason: 'sms.daily-cap', count: 9 })
    const [alarm, ...others] = alarmsOf(facts({ lastDay: [capped, counted({ count: 2 })] }))
    expect([alarm, others]).toEqual([{ kind: 'capped', kept: 9 }, []])
    expect(alarmWords(alarm!, now)).toBe('近 24 小时本院短信到了每日上限，9 条没有发')
    expect(kinds({ lastDay: [counted({ state: 'failed', reason: 'sms.person-cap' })] })).toEqual([])
  })

  test('B18: three who are locked for wrong bind codes are somebody who guesses, one or two are people who mistyped', () => {
    expect([0, 2, 3].map((lockedForCodes) => kinds({ lockedForCodes }))).toEqual([[], [], ['guessing']])
    const [alarm] = alarmsOf(facts({ lockedForCodes: 4 }))
    expect(alarm && [alarmWords(alarm, now), alarmRemedy(alarm, now)]).toEqual(['有 4 处因连续输错绑定码被锁，可能有人在猜绑定码', expect.stringContaining('当面交给本人')])
  })

  test('首页 has one sentence, the others are counted', () => {
    const alarms = alarmsOf(facts({ oldestDue: ago(60), beats: { remind: ago(1), sweep: ago(30 * 60), digest: null } }))
    expect(alarmSentence(alarms, now)).toBe('有提醒 08:00 就该发出，到现在还没有发（另有 1 项）。')
    expect(alarmSentence([], now)).toBe('')
  })
})

describe('what was sent', () => {
  const rows = [
    counted({ count: 3 }), counted({ state: 'failed', reason: 'no-phone', count: 2 }), counted({ channel: 'wechat', route: 'official-account', state: 'failed', reason: '43004', count: 2 }),
    counted({ channel: 'wechat', route: 'subscribe-message', state: 'failed', reason: '43004', count: 1 }), counted({ state: 'queued', latest: null }), counted({ state: 'sending', latest: null }),
  ]

  test('is summed by channel, the channels without anything too', () => {
    expect(trafficOf(rows)).toEqual([
      { channel: 'home', sent: 0, failed: 0, unknown: 0, held: 0, waiting: 0 },
      { channel: 'sms', sent: 3, failed: 2, unknown: 0, held: 0, waiting: 2 },
      { channel: 'wechat', sent: 0, failed: 3, unknown: 0, held: 0, waiting: 0 },
    ])
  })

  test('reasons come the most frequent first, whatever the way', () => {
    expect(reasonsOf(rows, 'failed')).toEqual([{ channel: 'wechat', reason: '43004', count: 3 }, { channel: 'sms', reason: 'no-phone', count: 2 }])
  })
})

describe('B18: 每日运行摘要', () => {
  const digest = { now, day: '2026-11-24', rows: [] as Counted[], remindsNobody: 0, expired: 0, lastTickAt: ago(0), alarms: [] }

  test('begins at half past eight', () => {
    expect(['08:29:59', '08:30:00', '20:31:00'].map((time) => isDigestTime(instantOf('2026-11-25', time)))).toEqual([false, true, true])
  })

  test('says in a clerk’s words what was sent, what was not and why, and what needs somebody', () => {
    const rows = [
      counted({ channel: 'home', count: 12 }), counted({ count: 5 }), counted({ state: 'failed', reason: 'FailedOperation.InsufficientBalanceInSmsPackage', count: 2 }),
      counted({ state: 'unknown', reason: 'http.timeout' }), counted({ channel: 'wechat', state: 'held', reason: 'not-following-no-credit', count: 3 }),
    ]
    expect(digestOf({ ...digest, rows, remindsNobody: 2, expired: 1, alarms: [{ kind: 'stuck', since: ago(60) }] })).toEqual({
      title: '每日运行摘要',
      text: '11-24 发出首页 12 条、短信 5 条；没有送到 2 条（短信：短信余额不足 2）；不确定是否送到 1 条；没有发 3 条（微信：未关注公众号 3）。'
        + '现有 2 张证不会提醒任何人，1 张已过期还没有换证或注销。提醒服务最近一次检查 09:00。需要处理：有提醒 08:00 就该发出，到现在还没有发。',
    })
  })

  test('a quiet day says so', () => {
    expect(digestOf(digest).text).toBe('11-24 没有要发的提醒。现有 0 张证不会提醒任何人，0 张已过期还没有换证或注销。提醒服务最近一次检查 09:00。')
  })

  test('more than three reasons are cut', () => {
    const rows = ['no-phone', 'not-bound', '43004', '43101'].map((reason) => counted({ state: 'held', reason }))
    expect(digestOf({ ...digest, rows }).text).toMatch(/没有发 4 条（[^，]+，[^，]+，[^，]+，等）/)
  })
})
