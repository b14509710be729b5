import { accountOfScene } from '../../../cloud/follow-scene'
import { recordFollow } from '../../../cloud/repositories/wechat-followers'
import type { EventHandler } from './event'

/**
 * Somebody follows the official account (S42): the push holds only his openid there, so WeChat is asked for the unionid that the mini-program
 * knows him by, and a code that he scanned tells his account. Who has gone again meanwhile is not recorded.
 */
export const follow: EventHandler = async ({ key, openid, fields }, { store, clock, secrets, followers, appId }) => {
  const found = await followers.find(openid)
  if (!found) return
  const accountId = accountOfScene(secrets, fields.get('EventKey') ?? '', clock.now())
  await recordFollow(store, { key, at: clock.now() }, { appId, openid, unionid: found.unionid, ...(accountId !== null && { accountId }) })
}
