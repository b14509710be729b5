import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock'
import type { Incoming } from '../http/incoming'
import type { SmsSettings } from '../options'
import type { Message, Outbox } from '../outbox/outbox'
import type { Fault } from './faults'
import { refuseSignature } from './tc3-signature'

export interface SmsDesk { clock: Clock; outbox: Outbox; settings: SmsSettings; /** Told of every message that left. */ onSent?: (message: Message) => void }

interface SendSms { PhoneNumberSet: string[]; TemplateId: string; SignName: string; TemplateParamSet: string[]; SessionContext: string }

const MAX_NUMBERS = 200
const MAX_CONTEXT = 512

const response = (content: Record<string, unknown>) => ({ Response: { ...content, RequestId: randomUUID() } })
const failed = (code: string, message = code) => response({ Error: { Code: code, Message: message } })

const textsOf = (value: unknown): string[] | undefined => {
  if (value === undefined) return []
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
}

const readBody = (body: Buffer): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== ''

const refuseSizes = (sms: SendSms): string | undefined => {
  if (sms.PhoneNumberSet.length === 0) return 'MissingParameter'
  if (sms.PhoneNumberSet.length > MAX_NUMBERS) return 'LimitExceeded.PhoneNumberCountLimit'
  return Buffer.byteLength(sms.SessionContext) >= MAX_CONTEXT ? 'InvalidParameterValue.SessionContextLengthLimit' : undefined
}

/** The request, or Tencent's code for what is wrong with it. */
const readRequest = (body: Buffer): SendSms | string => {
  const value = readBody(body)
  if (!value) return 'InvalidParameter'
  const [numbers, parameters] = [textsOf(value.PhoneNumberSet), textsOf(value.TemplateParamSet)]
  const isWhole = ['SmsSdkAppId', 'TemplateId', 'SignName'].every((name) => isFilled(value[name]))
  if (!isWhole || !numbers || !parameters) return 'MissingParameter'
  const sms: SendSms = {
    PhoneNumberSet: numbers, TemplateId: String(value.TemplateId), SignName: String(value.SignName), TemplateParamSet: parameters,
    SessionContext: String(value.SessionContext ?? ''),
  }
  return refuseSizes(sms) ?? sms
}

const textOf = ({ settings }: SmsDesk, sms: SendSms): string => {
  const template = settings.templates?.[sms.TemplateId]
  const body = template ? template.replace(/\{(\d+)\}/g, (_, place: string) => sms.TemplateParamSet[Number(place) - 1] ?? '') : sms.TemplateParamSet.join('，')
  return `【${sms.SignName}】${body}`
}

const sendOne = (desk: SmsDesk, sms: SendSms, number: string): Record<string, unknown> => {
  const status = { PhoneNumber: number, Fee: 0, SessionContext: sms.SessionContext, IsoCode: 'CN', SerialNo: '' }
  if (!/^\+861\d{10}$/.test(number)) return { ...status, Code: 'InvalidParameterValue.IncorrectPhoneNumber', Message: 'wrong phone number' }
  const providerId = `${Math.floor(desk.clock.now().getTime() / 1000)}:${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const message = desk.outbox.add({
    channel: 'sms', to: number.slice(3), at: desk.clock.now().toISOString(), text: textOf(desk, sms), providerId, templateId: sms.TemplateId, sign: sms.SignName,
    parameters: sms.TemplateParamSet, fields: Object.fromEntries(sms.TemplateParamSet.map((value, index) => [String(index + 1), value])),
    context: sms.SessionContext || undefined,
  })
  desk.onSent?.(message)
  return { ...status, SerialNo: providerId, Fee: 1, Code: 'Ok', Message: 'send success' }
}

const faultyStatus = (fault: Fault, sms: SendSms) => sms.PhoneNumberSet.map((PhoneNumber) => (
  { PhoneNumber, Fee: 0, SerialNo: '', SessionContext: sms.SessionContext, IsoCode: 'CN', Code: String(fault.code), Message: fault.message ?? String(fault.code) }))

const headersOf = (incoming: Incoming): Record<string, string> => Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))

/** Tencent Cloud's `SendSms`, version 2021-01-11: signed, per number a status of its own. `fault` changes the answer. */
export const answerSms = async (desk: SmsDesk, incoming: Incoming, fault?: Fault): Promise<Record<string, unknown>> => {
  const body = await incoming.body()
  const signed = { method: incoming.method, path: incoming.path, query: incoming.query.toString(), headers: headersOf(incoming), body }
  const refused = refuseSignature(signed, desk.settings, desk.clock.now())
  if (refused) return failed(refused)
  if (incoming.header('x-tc-action') !== 'SendSms' || incoming.header('x-tc-version') !== '2021-01-11') return failed('InvalidAction')
  const sms = readRequest(body)
  if (typeof sms === 'string') return failed(sms)
  if (fault?.code !== undefined) return fault.wholeCall ? failed(String(fault.code), fault.message) : response({ SendStatusSet: faultyStatus(fault, sms) })
  return response({ SendStatusSet: sms.PhoneNumberSet.map((number) => sendOne(desk, sms, number)) })
}
