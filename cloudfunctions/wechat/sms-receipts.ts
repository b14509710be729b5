import { recordFailedReceipt } from '../../cloud/repositories/receipts'
import type { Ports } from '../../cloud/ports'
import { plainText, type HttpAnswer, type HttpCall } from './http-event'

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

type ReceiptPorts = Pick<Ports, 'store' | 'clock' | 'log'>

async function advance(body: string, institutionId: string, { store, clock }: ReceiptPorts): Promise<void> {
  for (const { sid, error } of reportsIn(body).filter(({ failed }) => failed)) {
    await recordFailedReceipt(store, { providerId: sid, route: 'sms', reason: `sms.receipt.${error || 'failed'}`, at: clock.now(), institutionId })
  }
}

/**
 * Receipts of SMS (platform facts §4.5), by an address that holds a key of ours: they carry no signature. A receipt only advances a message that this
 * institution sent; the number in it is not even read.
 */
export async function takeReceipts(call: HttpCall, institutionId: string, ports: ReceiptPorts): Promise<HttpAnswer> {
  if (call.method !== 'POST') return plainText(405, '')
  if (call.body === null) return plainText(413, '')
  try {
    await advance(call.body, institutionId, ports)
    return TAKEN
  } catch (thrown) {
    ports.log.error('wechat.receipts-failed', { error: thrown instanceof Error ? thrown.message : 'unknown' })
    return plainText(500, '')
  }
}
