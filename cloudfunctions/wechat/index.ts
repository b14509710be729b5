import { logged } from '../../cloud/live'
import { liveWechatPorts } from '../../cloud/live-wechat'
import { openToProviders } from './open'

export const main = logged((event) => openToProviders(event, liveWechatPorts()))
