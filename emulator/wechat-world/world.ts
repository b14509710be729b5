import { randomBytes } from 'node:crypto'
import type { WechatUser } from '../options'
import { stateFile } from '../state-file'

/** The pretend people of WeChat: who they are in each account, whom they follow, what they have agreed to receive. */
export interface World {
  users(): WechatUser[]
  byOpenid(openid: string): WechatUser | undefined
  byOfficialOpenid(officialOpenid: string): WechatUser | undefined
  /** Adds a user or replaces the one with the same openid. */
  put(user: WechatUser): void
  /** Answers the user as he is afterwards. */
  setFollows(openid: string, follows: boolean): WechatUser | undefined
  /** Messages of a template the user may still be sent: one per accept. */
  accepts(openid: string, templateId: string): number
  grant(openid: string, templateId: string, count: number): void
  /** Takes one accept; false if there is none. */
  spend(openid: string, templateId: string): boolean
  /** A one-time code of the phone number button. */
  phoneCode(openid: string): string
  /** The number behind a code, once. */
  phoneOf(code: string): string | undefined
  reset(users: readonly WechatUser[]): void
}

interface Kept { users: WechatUser[]; accepts: Record<string, number> }

export const openWorld = (path: string): World => {
  const file = stateFile<Kept>(path)
  let kept: Kept = file.read() ?? { users: [], accepts: {} }
  const codes = new Map<string, string>()
  const save = (): void => file.write(kept)
  const keyOf = (openid: string, templateId: string): string => `${openid} ${templateId}`
  const byOpenid = (openid: string): WechatUser | undefined => kept.users.find((user) => user.openid === openid)
  const accepts = (openid: string, templateId: string): number => kept.accepts[keyOf(openid, templateId)] ?? 0
  const grant = (openid: string, templateId: string, count: number): void => {
    kept.accepts[keyOf(openid, templateId)] = Math.max(0, accepts(openid, templateId) + count)
    save()
  }
  return {
    users: () => [...kept.users],
    byOpenid,
    byOfficialOpenid: (officialOpenid) => kept.users.find((user) => user.officialOpenid === officialOpenid),
    put: (user) => {
      kept.users = [...kept.users.filter(({ openid }) => openid !== user.openid), user]
      save()
    },
    setFollows: (openid, follows) => {
      kept.users = kept.users.map((user) => (user.openid === openid ? { ...user, follows } : user))
      save()
      return byOpenid(openid)
    },
    accepts,
    grant,
    spend: (openid, templateId) => {
      const may = accepts(openid, templateId) > 0
      if (may) grant(openid, templateId, -1)
      return may
    },
    phoneCode: (openid) => {
      const code = randomBytes(16).toString('hex')
      codes.set(code, openid)
      return code
    },
    phoneOf: (code) => {
      const openid = codes.get(code)
      codes.delete(code)
      return openid === undefined ? undefined : byOpenid(openid)?.phone
    },
    reset: (users) => {
      kept = { users: [...users], accepts: {} }
      codes.clear()
      save()
    },
  }
}
