import { recordFollow } from '../../../cloud/repositories/wechat-followers'
import type { EventHandler } from './event'

/**
 * Somebody follows the official account (S42): the push holds only his openid there, so WeChat is asked for the unionid that the mini-program
 * knows him by. Who has gone again meanwhile is not recorded.
 */
export const follow: EventHandler = async ({ key, openid }, { store, clock, followers, appId }) => {
  const found = await followers.find(openid)
  if (found) await recordFollow(store, { key, at: clock.now() }, { appId, openid, unionid: found.unionid })
}
