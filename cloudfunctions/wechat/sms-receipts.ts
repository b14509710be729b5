import { recordFailedReceipt } from '../../cloud/repositories/receipts'
import type { Ports } from '../../cloud/ports'
import type { HttpAnswer, HttpCall } from './http-event'

/** Tencent's answer for «arrived»; anything else it repeats. */
const TAKEN: HttpAnswer = { statusCode: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: '{"result":0,"errmsg":"OK"}' }

interface Report { sid: string; failed: boolean; error: string }

/** More than Tencent puts into one push. */
const MOST = 200

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const reportOf = (item: unknown): Report[] => (isRecord(item) && typeof item.sid === 'string'
  ? [{ sid: item.sid, failed: item.report_status === 'FAIL', error: typeof item.errmsg === 'string' ? item.errmsg.replace(/[^A-Za-z0-9._:-]/g, '').slice(0, 40) : '' }] : [])

function reportsIn(body: string): Report[] {
  try {
    const value: unknown = JSON.parse(body)
    return Array.isArray(value) ? value.slice(0, MOST).flatMap(reportOf) : []
  } catch {
    return []
  }
}

/**
 * Receipts of SMS (platform facts §4.5), by an address that holds a key of ours: they carry no signature. A receipt only advances a message that this
 * institution sent; the number in it is not even read.
 */
export async function takeReceipts(call: HttpCall, institutionId: string, { store, clock, log }: Pick<Ports, 'store' | 'clock' | 'log'>): Promise<HttpAnswer> {
  if (call.method !== 'POST' || call.body === null) return { ...TAKEN, statusCode: call.method === 'POST' ? 413 : 405, body: '' }
  try {
    for (const { sid, failed, error } of reportsIn(call.body)) {
      if (failed) await recordFailedReceipt(store, { providerId: sid, route: 'sms', reason: `sms.receipt.${error || 'failed'}`, at: clock.now(), institutionId })
    }
    return TAKEN
  } catch (thrown) {
    log.error('wechat.receipts-failed', { error: thrown instanceof Error ? thrown.message : 'unknown' })
    return { ...TAKEN, statusCode: 500, body: '' }
  }
}
