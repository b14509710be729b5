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

/** Codes of the phone number button: each works once, none outlives the process. */
const phoneCodes = (phoneOf: (openid: string) => string | undefined): Pick<World, 'phoneCode' | 'phoneOf'> & { clear(): void } => {
  const codes = new Map<string, string>()
  return {
    phoneCode: (openid) => {
      const code = randomBytes(16).toString('hex')
      codes.set(code, openid)
      return code
    },
    phoneOf: (code) => {
      const openid = codes.get(code)
      codes.delete(code)
      return openid === undefined ? undefined : phoneOf(openid)
    },
    clear: () => codes.clear(),
  }
}

const acceptKey = (openid: string, templateId: string): string => `${openid} ${templateId}`

export const openWorld = (path: string): World => {
  const file = stateFile<Kept>(path)
  let kept: Kept = file.read() ?? { users: [], accepts: {} }
  const change = (part: Partial<Kept>): void => {
    kept = { ...kept, ...part }
    file.write(kept)
  }
  const byOpenid = (openid: string): WechatUser | undefined => kept.users.find((user) => user.openid === openid)
  const accepts = (openid: string, templateId: string): number => kept.accepts[acceptKey(openid, templateId)] ?? 0
  const grant = (openid: string, templateId: string, count: number): void =>
    change({ accepts: { ...kept.accepts, [acceptKey(openid, templateId)]: Math.max(0, accepts(openid, templateId) + count) } })
  const codes = phoneCodes((openid) => byOpenid(openid)?.phone)
  return {
    users: () => [...kept.users],
    byOpenid,
    byOfficialOpenid: (officialOpenid) => kept.users.find((user) => user.officialOpenid === officialOpenid),
    put: (user) => change({ users: [...kept.users.filter(({ openid }) => openid !== user.openid), user] }),
    setFollows: (openid, follows) => {
      change({ users: kept.users.map((user) => (user.openid === openid ? { ...user, follows } : user)) })
      return byOpenid(openid)
    },
    accepts,
    grant,
    spend: (openid, templateId) => {
      const may = accepts(openid, templateId) > 0
      if (may) grant(openid, templateId, -1)
      return may
    },
    phoneCode: codes.phoneCode,
    phoneOf: codes.phoneOf,
    reset: (users) => {
      codes.clear()
      change({ users: [...users], accepts: {} })
    },
  }
}
