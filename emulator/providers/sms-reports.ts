import type { Clock } from '../clock/clock'
import type { Message } from '../outbox/outbox'
import type { SmsSettings } from '../options'

/** What the carrier says of a message that was sent. */
export interface SmsStatus { ok: boolean; errmsg?: string; description?: string }

export interface SmsReports {
  /** Sends the status reports of messages in one request, as Tencent does; up to three tries until it is answered `{"result": 0}`. */
  send(messages: readonly Message[], status?: SmsStatus): Promise<{ delivered: boolean; tries: number; answer: string }>
}

export interface SmsReportsSetup { clock: Clock; settings: SmsSettings; /** Posts JSON to the configured path; answers status and text. */ post: (path: string, body: string) => Promise<{ status: number; text: string }> }

const TRIES = 3

/** `2026-11-25 08:03:04` in Beijing. */
const beijingSecond = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** One element of Tencent's status report (document product/382/52077): `sid` is the SerialNo, `ext` the SessionContext. */
const reportOf = (message: Message, at: Date, { ok, errmsg, description }: SmsStatus) => ({
  user_receive_time: beijingSecond(at), nationcode: '86', mobile: message.to, report_status: ok ? 'SUCCESS' : 'FAIL',
  errmsg: errmsg ?? (ok ? 'DELIVRD' : 'UNDELIV'), description: description ?? (ok ? '用户短信送达成功' : '用户短信送达失败'), sid: message.providerId, ext: message.context ?? '',
})

const isTaken = ({ status, text }: { status: number; text: string }): boolean => {
  try {
    return status === 200 && (JSON.parse(text) as { result?: unknown }).result === 0
  } catch {
    return false
  }
}

export const createSmsReports = ({ clock, settings, post }: SmsReportsSetup): SmsReports => ({
  send: async (messages, status = { ok: true }) => {
    const path = settings.reportUrlPath
    if (path === undefined || messages.length === 0) return { delivered: false, tries: 0, answer: '' }
    const body = JSON.stringify(messages.map((message) => reportOf(message, clock.now(), status)))
    let answer = await post(path, body)
    let tries = 1
    for (; !isTaken(answer) && tries < TRIES; tries += 1) answer = await post(path, body)
    return { delivered: isTaken(answer), tries, answer: answer.text }
  },
})
