import { liveWechatPorts } from '../../cloud/live-wechat'
import { openToProviders } from './open'

export const main = (event: unknown): Promise<unknown> => openToProviders(event, liveWechatPorts())
