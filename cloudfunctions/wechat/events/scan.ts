import { accountOfScene } from '../../../cloud/follow-scene'
import { recordFollow } from '../../../cloud/repositories/wechat-followers'
import type { EventHandler } from './event'

/** A follower scans a code of ours: if it is somebody's own, it tells which account he is, also where no unionid does (S42). */
export const scan: EventHandler = async ({ key, openid, fields }, { store, clock, secrets, followers, appId }) => {
  const accountId = accountOfScene(secrets, fields.get('EventKey') ?? '', clock.now())
  const found = accountId === null ? null : await followers.find(openid)
  if (found && accountId !== null) await recordFollow(store, { key, at: clock.now() }, { appId, openid, unionid: found.unionid, accountId })
}
