import { plusMinutes } from '../domain/kernel/civil-day'
import type { Secrets } from './ports'

/** What a person's QR code of the official account carries, so that following by it tells whose account follows, where no unionid does. */
const MINUTES = 10
const KEY_LENGTH = 16
const SCENE = /^(?:qrscene_)?b\.([A-Za-z0-9_-]{1,32})\.([0-9a-z]{1,10})\.([0-9a-f]{16})$/

const keyOf = (secrets: Pick<Secrets, 'sign'>, accountId: string, until: string): string =>
  secrets.sign('address', `follow:${accountId}:${until}`).slice(0, KEY_LENGTH)

/** At most 64 signs, as WeChat allows. */
export function sceneFor(secrets: Pick<Secrets, 'sign'>, accountId: string, now: Date): { scene: string; expiresAt: Date } {
  const expiresAt = plusMinutes(now, MINUTES)
  const until = Math.floor(expiresAt.getTime() / 1000).toString(36)
  return { scene: `b.${accountId}.${until}.${keyOf(secrets, accountId, until)}`, expiresAt }
}

/** The account of a scanned code; `null` when it is none of ours, or older than ten minutes. */
export function accountOfScene(secrets: Pick<Secrets, 'sign'>, eventKey: string, now: Date): string | null {
  const [, accountId, until, key] = SCENE.exec(eventKey) ?? []
  if (accountId === undefined || until === undefined || key !== keyOf(secrets, accountId, until)) return null
  return parseInt(until, 36) * 1000 >= now.getTime() ? accountId : null
}
