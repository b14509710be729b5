import { followerDirectory } from './gateways/official-account'
import { environment, livePorts } from './live'
import { wechatLine } from './live-wechat-line'
import type { FollowerDirectory, Ports } from './ports'
import { requireSettings } from './settings'

/**
 * Composition root of `wechat`:
 * - `OFFICIAL_APP_ID`, `OFFICIAL_APP_SECRET`: the official account whose followers are told
 * - `PUSH_TOKEN`, `PUSH_AES_KEY`: as typed into WeChat's console for its pushes
 * - `PUSH_PLAIN_ALLOWED`: `1` takes pushes in plain text too; never in production
 */
export type WechatPorts = Ports & {
  followers: FollowerDirectory
  appId: string
  push: { token: string; encodingKey: string; appId: string; plainAllowed: boolean }
}

let connected: WechatPorts | null = null

function connect(): WechatPorts {
  requireSettings(environment, ['OFFICIAL_APP_ID', 'OFFICIAL_APP_SECRET', 'PUSH_TOKEN'])
  const ports = livePorts([])
  const line = wechatLine(ports, { appId: 'OFFICIAL_APP_ID', secret: 'OFFICIAL_APP_SECRET' })
  if (line === null) throw new Error('The official account is not set up.')
  const push = {
    token: environment.PUSH_TOKEN ?? '', encodingKey: environment.PUSH_AES_KEY ?? '', appId: line.appId, plainAllowed: environment.PUSH_PLAIN_ALLOWED === '1',
  }
  return { ...ports, followers: followerDirectory(line.call), appId: line.appId, push }
}

/** The real ports, one set per warm instance. Throws a SettingsError when a variable is missing. */
export function liveWechatPorts(): WechatPorts {
  connected ??= connect()
  return connected
}
