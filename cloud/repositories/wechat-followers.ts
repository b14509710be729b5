import type { FollowerDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { isStoreError } from '../store-error'

export interface Follower { appId: string; openid: string }

const followerId = ({ appId, openid }: Follower): string => `${appId}:${openid}`

/** A push of WeChat's that has an effect, recorded with it in one transaction so that a repeated one has none. */
export interface Pushed { key: string; at: Date }

export const wasPushed = async (store: DocumentStore, key: string): Promise<boolean> => (await store.get('wechat_events', key)) !== null

type Effect = { follow: FollowerDoc } | { unfollow: Follower }

/** false: somebody else has just recorded the same push. */
async function record(store: DocumentStore, { key, at }: Pushed, effect: Effect): Promise<boolean> {
  try {
    await store.transaction(async (tx) => {
      await tx.add('wechat_events', { _id: key, schema: 1, at })
      if ('follow' in effect) await tx.set('followers', effect.follow)
      else if (await tx.get('followers', followerId(effect.unfollow))) await tx.remove('followers', followerId(effect.unfollow))
    })
    return true
  } catch (thrown) {
    if (isStoreError(thrown, 'duplicate')) return false
    throw thrown
  }
}

export const recordFollow = (store: DocumentStore, pushed: Pushed, follower: Follower & { unionid: string; accountId?: string }): Promise<boolean> =>
  record(store, pushed, { follow: { _id: followerId(follower), schema: 1, ...follower, followedAt: pushed.at } })

/** Deletes what is known of the follower, as WeChat demands (platform facts §2.4). */
export const recordUnfollow = (store: DocumentStore, pushed: Pushed, follower: Follower): Promise<boolean> =>
  record(store, pushed, { unfollow: follower })

/** For those of whom a refused message told that they do not follow any more. */
export async function forgetFollowers(store: DocumentStore, followers: readonly Follower[]): Promise<void> {
  if (followers.length > 0) await store.remove('followers', { _id: { in: followers.map(followerId) } })
}
