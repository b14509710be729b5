import { environment, livePorts } from './live'
import type { Ports } from './ports'

/**
 * Composition root of `wechat`. Whose pushes they are, and their keys, is in each institution's settings, else in the environment:
 * - `OFFICIAL_APP_ID`, `OFFICIAL_APP_SECRET`: the official account whose followers are told
 * - `PUSH_TOKEN`, `PUSH_AES_KEY`: as typed into WeChat's console for its pushes, of the official account and of the mini-program alike
 * - `PUSH_PLAIN_ALLOWED`: `1` takes pushes in plain text too; never in production
 */
export type WechatPorts = Ports & { plainAllowed: boolean }

/** The real ports, one set per warm instance. */
export const liveWechatPorts = (): WechatPorts => ({ ...livePorts([]), plainAllowed: environment.PUSH_PLAIN_ALLOWED === '1' })
