import { liveWechatPorts } from '../../cloud/live-wechat'
import { answerWechat } from './door'

export const main = (event: unknown): Promise<unknown> => answerWechat(event, liveWechatPorts())
