import { channelsInForce, type ChannelsInForce, type SmsSender, type WechatSender } from './channels-in-force'
import type { ChannelSettingsDoc } from './documents'
import type { Http } from './gateways/http'
import { officialAccount } from './gateways/official-account'
import { officialFollowers } from './gateways/official-followers'
import { subscribeMessage } from './gateways/subscribe-message'
import { tencentSms } from './gateways/tencent-sms'
import { wechatApi, type WechatApi } from './gateways/wechat-api'
import { wechatToken } from './gateways/wechat-token'
import { phoneNumbers } from './gateways/phone-numbers'
import type { Clock, DocumentStore, LineBook, Lines, Providers } from './ports'
import { channelSettingsOf } from './repositories/channel-settings'
import type { SecretBox } from './secret-box'

export interface LineDesk {
  store: DocumentStore; clock: Clock; http: Http; box: SecretBox
  /** What the environment sets up. */
  otherwise: ChannelsInForce
  wechatApi: string; smsEndpoint: string; webOrigin: string
}

/** What a tap on a WeChat message opens: 消息. */
const PAGE = 'pages/inbox/list'

const lineOf = ({ store, clock, http, wechatApi: api }: LineDesk, { appId, secret }: WechatSender): WechatApi =>
  wechatApi({ http, api, tokens: wechatToken({ store, clock, http }, { appId, secret, api }) })

const smsOf = ({ http, clock, smsEndpoint }: LineDesk, sms: SmsSender): Providers['sms'] =>
  ({ ...tencentSms({ http, clock }, { ...sms, endpoint: smsEndpoint }), dailyCap: sms.dailyCap, personCap: sms.personCap })

function connect(desk: LineDesk, { officialAccount: official, subscribeMessage: mini, sms, push }: ChannelsInForce): Lines {
  const call = official && lineOf(desk, official)
  const miniCall = mini && lineOf(desk, mini)
  const jump = mini ? { appId: mini.appId, page: PAGE } : null
  const officialGateway = official && call && official.templateId !== ''
    ? { ...officialAccount(call, { ...official, miniProgram: jump, url: desk.webOrigin }), layout: official.layout } : null
  return {
    providers: {
      officialAccount: officialGateway,
      subscribeMessage: mini && miniCall && { ...subscribeMessage(miniCall, { ...mini, page: PAGE }), layout: mini.layout },
      sms: sms && smsOf(desk, sms),
    },
    followers: official && call && officialFollowers(call, official.appId),
    phones: mini && miniCall && phoneNumbers(miniCall),
    push: official && push && { ...push, appIds: [official.appId, ...(mini ? [mini.appId] : [])] },
  }
}

/** Lines as these settings say, saved or not yet. */
const linesFor = (desk: LineDesk, doc: ChannelSettingsDoc): Lines => connect(desk, channelsInForce(doc, desk.otherwise, desk.box))

/** Lines by institution, kept while its settings stay the same, so that a warm instance keeps their tokens. */
export function openLines(desk: LineDesk): LineBook {
  const kept = new Map<string, { version: number; lines: Lines }>()
  const shared = connect(desk, desk.otherwise)
  const of = async (institutionId: string): Promise<Lines> => {
    const doc = await channelSettingsOf(desk.store, institutionId)
    if (doc === null) return shared
    const known = kept.get(institutionId)
    if (known?.version === doc.version) return known.lines
    const lines = linesFor(desk, doc)
    kept.set(institutionId, { version: doc.version, lines })
    return lines
  }
  return { shared, of, as: (doc) => linesFor(desk, doc) }
}
