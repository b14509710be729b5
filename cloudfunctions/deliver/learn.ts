import { managersOf } from '../../cloud/repositories/accounts'
import { addMarks, type NewMark } from '../../cloud/repositories/channel-marks'
import { writeNotices } from '../../cloud/repositories/inbox-write'
import { dayOf } from '../../domain/kernel/civil-day'
import type { WechatWay } from '../../domain/reminder/channel'
import type { Desk } from './desk'
import { isBanned, isTooOften } from './fall-through'
import type { ToSend } from './prepare'
import type { Result, Try } from './send'

const WAY_NAMES: Readonly<Record<WechatWay, string>> = { 'official-account': '公众号模板消息', 'subscribe-message': '小程序订阅消息', 'employee-message': '用工消息' }

/** Tells those who may mend it, on their home pages, once a day however often it is met. */
async function tellManagers({ store, institutionId, clock }: Desk, ways: readonly WechatWay[]): Promise<void> {
  const at = clock.now()
  const managers = await managersOf(store, institutionId)
  const notices = ways.flatMap((way) => managers.map(({ _id: accountId }) => ({
    institutionId, accountId, at, deliveryId: `${institutionId}:stopped:${way}:${dayOf(at)}:${accountId}`,
    title: `${WAY_NAMES[way]}已停用`,
    text: `微信答复 43116：${WAY_NAMES[way]}的模板被封禁，这条通道已停止发送。请在微信公众平台处理后，到提醒规则里恢复。首页通知和短信不受影响。`,
    items: [],
  })))
  await writeNotices(store, notices)
}

/** What one answer teaches; null: nothing for later days. */
function markOf(desk: Desk, { contact }: ToSend, { way, outcome }: Try): NewMark | null {
  if (way === 'home' || way === 'sms' || outcome.ok) return null
  const mark = { institutionId: desk.institutionId, way, code: outcome.code, at: desk.clock.now() }
  if (isBanned(outcome)) return { ...mark, accountId: null }
  return isTooOften(outcome) ? { ...mark, accountId: contact.accountId } : null
}

/**
 * What WeChat's answers mean for the days to come (B28): a banned template (43116) stops the way for everybody and managers are told; «too
 * frequent» (43117) moves that person to 节点.
 */
export async function learn(desk: Desk, results: readonly Result[]): Promise<void> {
  const found = results.flatMap(({ toSend, tries }) => tries.flatMap((each) => markOf(desk, toSend, each) ?? []))
  if (found.length === 0) return
  const marks = [...new Map(found.map((mark) => [`${mark.way} ${mark.accountId}`, mark])).values()]
  await addMarks(desk.store, marks)
  const banned = marks.filter(({ accountId }) => accountId === null).map(({ way }) => way)
  if (banned.length > 0) await tellManagers(desk, banned)
}
