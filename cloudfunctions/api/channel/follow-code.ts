import { followCode as followCodeOperation } from '../../../contract/channel'
import { fail } from '../../../domain/kernel/failure'
import { sceneFor } from '../../../cloud/follow-scene'
import { reads } from '../../../cloud/gate/verb'

/** A code of the official account for the caller: whoever follows by it is known to be him, with or without a unionid (S42). */
export const followCode = reads(followCodeOperation, async (_input, { accountId, institutionId }, { lines, secrets, now }) => {
  const { followers } = await lines.of(institutionId)
  if (!followers) return fail('channel.not-set-up')
  const { scene, expiresAt } = sceneFor(secrets, accountId, now)
  const code = await followers.sceneCode(scene)
  return code.url === null ? fail('channel.refused', { channel: 'official-account', code: code.code }) : { url: code.url, expiresAt: expiresAt.toISOString() }
})
