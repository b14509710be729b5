import { channelsInForce, type ChannelsInForce, type SmsSender, type WechatSender } from './channels-in-force'
import type { ChannelSettingsDoc } from './documents'
import type { Http } from './gateways/http'
import { employeeMessage, employeeRelations } from './gateways/employee-message'
import { mediaCheck } from './gateways/media-check'
import { miniCodes } from './gateways/mini-codes'
import { officialAccount } from './gateways/official-account'
import { officialFollowers } from './gateways/official-followers'
import { subscribeMessage } from './gateways/subscribe-message'
import { tencentSms } from './gateways/tencent-sms'
import { wechatApi, type WechatApi } from './gateways/wechat-api'
import { NO_TOKENS_KEPT, wechatToken, type TokenDesk } from './gateways/wechat-token'
import { phoneNumbers } from './gateways/phone-numbers'
import { printedText } from './gateways/printed-text'
import type { Clock, DocumentStore, LineBook, Lines, Providers } from './ports'
import { channelSettingsOf } from './repositories/channel-settings'
import type { SecretBox } from './ports'

export interface LineDesk {
  store: DocumentStore; clock: Clock; http: Http; box: SecretBox
  /** What the environment sets up. */
  otherwise: ChannelsInForce
  /** Where tokens are kept, if not in the store. */
  tokens?: TokenDesk['store']
  wechatApi: string; smsEndpoint: string; webOrigin: string
}

/** What a tap on a WeChat message opens: 消息. */
const PAGE = 'pages/inbox/list'

const lineOf = ({ store, tokens = store, clock, http, wechatApi: api }: LineDesk, { appId, secret }: WechatSender): WechatApi =>
  wechatApi({ http, api, tokens: wechatToken({ store: tokens, clock, http }, { appId, secret, api }) })

const smsOf = ({ http, clock, smsEndpoint }: LineDesk, sms: SmsSender): Providers['sms'] =>
  ({ ...tencentSms({ http, clock }, { ...sms, endpoint: smsEndpoint }), dailyCap: sms.dailyCap, personCap: sms.personCap })

interface Called { sender: WechatSender; call: WechatApi }

const calledBy = (desk: LineDesk, sender: WechatSender | null): Called | null => sender && { sender, call: lineOf(desk, sender) }

function officialOf({ webOrigin }: LineDesk, { sender, call }: Called, mini: Called | null): Providers['officialAccount'] {
  if (sender.templateId === '') return null
  const jump = mini ? { appId: mini.sender.appId, page: PAGE } : null
  return { ...officialAccount(call, { ...sender, miniProgram: jump, url: webOrigin }), layout: sender.layout }
}

const subscribeOf = ({ sender, call }: Called): Providers['subscribeMessage'] =>
  ({ ...subscribeMessage(call, { ...sender, page: PAGE }), layout: sender.layout })

/** 用工消息 goes by the mini-program of the subscription messages. */
const employeeOf = (mini: Called | null, { employeeMessage: chosen }: ChannelsInForce): Providers['employeeMessage'] =>
  (mini && chosen ? { ...employeeMessage(mini.call, { appId: mini.sender.appId, templateId: chosen.templateId, page: PAGE }), layout: chosen.layout } : null)

/** What the mini-program's account is asked besides sending. */
const askedOf = (mini: Called | null): Pick<Lines, 'phones' | 'miniCodes' | 'texts' | 'employees'> => {
  if (mini === null) return { phones: null, miniCodes: null, texts: null, employees: null }
  const { call, sender: { appId } } = mini
  return { phones: phoneNumbers(call, appId), miniCodes: miniCodes(call), texts: printedText(call), employees: employeeRelations(call, appId) }
}

function connect(desk: LineDesk, inForce: ChannelsInForce): Lines {
  const { sms, push } = inForce
  const official = calledBy(desk, inForce.officialAccount)
  const mini = calledBy(desk, inForce.subscribeMessage)
  const appIds = [official, mini].flatMap((called) => (called ? [called.sender.appId] : []))
  return {
    providers: {
      officialAccount: official && officialOf(desk, official, mini), subscribeMessage: mini && subscribeOf(mini), employeeMessage: employeeOf(mini, inForce),
      sms: sms && smsOf(desk, sms),
    },
    followers: official && officialFollowers(official.call, official.sender.appId),
    ...askedOf(mini),
    mediaChecks: mini && inForce.mediaCheck ? mediaCheck(mini.call, mini.sender.appId) : null,
    push: push && { ...push, appIds },
  }
}

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
  return { shared, of, as: (doc) => linesFor({ ...desk, tokens: NO_TOKENS_KEPT }, doc) }
}
