import { environment, livePorts } from './live'
import { http } from './gateways/http'
import { officialAccount } from './gateways/official-account'
import { subscribeMessage } from './gateways/subscribe-message'
import { tencentSms } from './gateways/tencent-sms'
import type { OfficialAccountGateway, Ports, Providers, SmsGateway, SubscribeMessageGateway } from './ports'
import { address, text, wechatLine } from './live-wechat-line'
import { readSettings } from './settings'

/**
 * Composition root of `deliver`. A channel is set up when all its variables are there:
 * - official account: `OFFICIAL_APP_ID`, `OFFICIAL_APP_SECRET`, `OFFICIAL_TEMPLATE_ID`; its messages open the mini-program `MINI_APP_ID`, elsewhere `WEB_ORIGIN`
 * - subscription messages: `MINI_APP_ID`, `MINI_APP_SECRET`, `SUBSCRIBE_TEMPLATE_ID`
 * - SMS: `SMS_SECRET_ID`, `SMS_SECRET_KEY`, `SMS_APP_ID`, `SMS_SIGN`, `SMS_TEMPLATE_ID` (one certificate); `SMS_DIGEST_TEMPLATE_ID` for several
 * `WECHAT_API` and `SMS_ENDPOINT` are the providers' own addresses unless set.
 */
export type DeliverPorts = Ports & { providers: Providers }

const SMS_ENDPOINT = 'https://sms.tencentcloudapi.com'
/** What a tap on a WeChat message opens: 消息. */
const PAGE = 'pages/inbox/list'

function officialAccountOf(ports: Ports): OfficialAccountGateway | null {
  const line = wechatLine(ports, { appId: 'OFFICIAL_APP_ID', secret: 'OFFICIAL_APP_SECRET' })
  const templateId = text('OFFICIAL_TEMPLATE_ID')
  if (line === null || templateId === '') return null
  const mini = text('MINI_APP_ID')
  return officialAccount(line.call, { appId: line.appId, templateId, miniProgram: mini === '' ? null : { appId: mini, page: PAGE }, url: readSettings(environment).webOrigin })
}

function subscribeMessageOf(ports: Ports): SubscribeMessageGateway | null {
  const line = wechatLine(ports, { appId: 'MINI_APP_ID', secret: 'MINI_APP_SECRET' })
  const templateId = text('SUBSCRIBE_TEMPLATE_ID')
  return line === null || templateId === '' ? null : subscribeMessage(line.call, { appId: line.appId, templateId, page: PAGE })
}

function smsOf({ clock }: Ports): SmsGateway | null {
  const settings = { secretId: text('SMS_SECRET_ID'), secretKey: text('SMS_SECRET_KEY'), appId: text('SMS_APP_ID'), sign: text('SMS_SIGN') }
  const templates = { one: text('SMS_TEMPLATE_ID'), many: text('SMS_DIGEST_TEMPLATE_ID') }
  if (templates.one === '' || Object.values(settings).includes('')) return null
  return tencentSms({ http, clock }, { ...settings, endpoint: address('SMS_ENDPOINT', SMS_ENDPOINT), templates })
}

let connected: DeliverPorts | null = null

/** The real ports with the providers; one set per warm instance, so that tokens are kept. */
export function liveDeliverPorts(): DeliverPorts {
  const ports = livePorts(['deliver'])
  connected ??= { ...ports, providers: { sms: smsOf(ports), officialAccount: officialAccountOf(ports), subscribeMessage: subscribeMessageOf(ports) } }
  return connected
}
