import { recordUnfollow } from '../../../cloud/repositories/wechat-followers'
import type { EventHandler } from './event'

/** Somebody does not follow any more: all that is known of him there is deleted, as WeChat demands. */
export const unfollow: EventHandler = async ({ key, openid }, { store, clock, appId }) => {
  await recordUnfollow(store, { key, at: clock.now() }, { appId, openid })
}
