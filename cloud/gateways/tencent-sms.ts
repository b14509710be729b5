import type { Clock, ProviderReply, SmsGateway } from '../ports'
import type { Http, HttpReply } from './http'
import { authorization, CONTENT_TYPE, timestampOf } from './tc3-signature'

export interface TencentSmsSettings {
  /** Base address, without a slash at its end. */
  endpoint: string
  secretId: string
  secretKey: string
  appId: string
  sign: string
  /** Approved texts: for one certificate, and for several ('' when none is approved). */
  templates: { one: string; many: string }
}

interface Status { Code?: unknown; SerialNo?: unknown }
interface Answer { Response?: { Error?: { Code?: unknown }; SendStatusSet?: Status[] } }

const REGION = 'ap-guangzhou'
const TIMEOUT_MS = 4000

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function parsed(body: string): Answer {
  try {
    return (JSON.parse(body) ?? {}) as Answer
  } catch {
    return {}
  }
}

/** A call that worked may still hold a number that did not (platform facts §4.2). */
function readAnswer({ Response: response }: Answer): ProviderReply {
  if (response?.Error) return { kind: 'refused', code: text(response.Error.Code) }
  const status = response?.SendStatusSet?.[0]
  if (!status) return { kind: 'unclear', code: 'sms.unreadable' }
  return status.Code === 'Ok' ? { kind: 'accepted', providerId: text(status.SerialNo) } : { kind: 'refused', code: text(status.Code) }
}

function read(reply: HttpReply): ProviderReply {
  if (reply.kind !== 'answered') return reply
  return reply.status === 200 ? readAnswer(parsed(reply.text)) : { kind: 'unclear', code: `sms.http-${reply.status}` }
}

/** Tencent Cloud's SendSms, version 2021-01-11, one number per call: each person's digest differs. */
export function tencentSms({ http, clock }: { http: Http; clock: Clock }, settings: TencentSmsSettings): SmsGateway {
  const { host } = new URL(settings.endpoint)
  return {
    async send({ phone, template, params, context }) {
      const templateId = settings.templates[template]
      if (templateId === '') return { kind: 'refused', code: 'sms.no-template' }
      const at = clock.now()
      const body = JSON.stringify({
        SmsSdkAppId: settings.appId, SignName: settings.sign, TemplateId: templateId, TemplateParamSet: params,
        PhoneNumberSet: [`+86${phone}`], SessionContext: context,
      })
      const headers = {
        'content-type': CONTENT_TYPE, host, authorization: authorization({ host, service: 'sms', body, at }, settings),
        'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11', 'x-tc-timestamp': timestampOf(at), 'x-tc-region': REGION,
      }
      return read(await http({ method: 'POST', url: `${settings.endpoint}/`, headers, body, timeoutMs: TIMEOUT_MS }))
    },
  }
}
