import Taro from '@tarojs/taro'
import type { Call } from '../../contract/call'

let begun = false

const begin = () => {
  if (begun) return
  const env = process.env.TARO_APP_CLOUD_ENV
  Taro.cloud.init(env ? { env } : {})
  begun = true
}

/**
 * Sends one call to the functions, from the mini-program. Answers whatever came back, unread.
 * Throws when nothing came back (no network, time-out).
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html
 */
export const sendCall = async (call: Call): Promise<unknown> => {
  begin()
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: call })
  return result
}
