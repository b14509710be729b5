import { http } from './gateways/http'
import { wechatApi, type WechatApi } from './gateways/wechat-api'
import { wechatToken } from './gateways/wechat-token'
import { environment } from './live'
import type { Ports } from './ports'

const WECHAT_API = 'https://api.weixin.qq.com'

export const text = (name: string): string => (environment[name] ?? '').trim()
/** Without a slash at its end. */
export const address = (name: string, otherwise: string): string => (text(name) || otherwise).replace(/\/$/, '')

/** One line to WeChat as the account that these two variables name; `null` when one is missing. `WECHAT_API` is WeChat's own address unless set. */
export function wechatLine({ store, clock }: Pick<Ports, 'store' | 'clock'>, names: { appId: string; secret: string }): { appId: string; call: WechatApi } | null {
  const [appId, secret] = [text(names.appId), text(names.secret)]
  if (appId === '' || secret === '') return null
  const api = address('WECHAT_API', WECHAT_API)
  return { appId, call: wechatApi({ http, api, tokens: wechatToken({ store, clock, http }, { appId, secret, api }) }) }
}
