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
  /** The templates of 用工消息 that he subscribed to; undefined while he is not bound as staff. */
  employment(openid: string): string[] | undefined
  /** Binds him as staff with these templates; undefined unbinds him. */
  employ(openid: string, templateIds: readonly string[] | undefined): void
  /** A one-time code of the phone number button. */
  phoneCode(openid: string): string
  /** The number behind a code, once and within five minutes. */
  phoneOf(code: string): string | undefined
  reset(users: readonly WechatUser[]): void
}

interface Kept { users: WechatUser[]; accepts: Record<string, number>; employed?: Record<string, readonly string[]> }

const CODE_LIFE_MS = 300_000

/** Codes of the phone number button: each works once and for five minutes, none outlives the process. */
const phoneCodes = (phoneOf: (openid: string) => string | undefined, now: () => Date): Pick<World, 'phoneCode' | 'phoneOf'> & { clear(): void } => {
  const codes = new Map<string, { openid: string; until: number }>()
  return {
    phoneCode: (openid) => {
      const code = randomBytes(16).toString('hex')
      codes.set(code, { openid, until: now().getTime() + CODE_LIFE_MS })
      return code
    },
    phoneOf: (code) => {
      const found = codes.get(code)
      codes.delete(code)
      return found && now().getTime() < found.until ? phoneOf(found.openid) : undefined
    },
    clear: () => codes.clear(),
  }
}

const employedWith = (employed: Kept['employed'], openid: string, templateIds: readonly string[] | undefined): Kept['employed'] => {
  const others = Object.fromEntries(Object.entries(employed ?? {}).filter(([one]) => one !== openid))
  return templateIds ? { ...others, [openid]: templateIds } : others
}

const acceptKey = (openid: string, templateId: string): string => `${openid} ${templateId}`

/** Keeps itself in `path`; `now` is the emulator's clock. */
export const openWorld = (path: string, now: () => Date): World => {
  const file = stateFile<Kept>(path)
  let kept: Kept = file.read() ?? { users: [], accepts: {} }
  const change = (part: Partial<Kept>): void => {
    kept = { ...kept, ...part }
    file.write(kept)
  }
  const byOpenid = (openid: string): WechatUser | undefined => kept.users.find((user) => user.openid === openid)
  const setFollows = (openid: string, follows: boolean): WechatUser | undefined => {
    change({ users: kept.users.map((user) => (user.openid === openid ? { ...user, follows } : user)) })
    return byOpenid(openid)
  }
  const accepts = (openid: string, templateId: string): number => kept.accepts[acceptKey(openid, templateId)] ?? 0
  const grant = (openid: string, templateId: string, count: number): void =>
    change({ accepts: { ...kept.accepts, [acceptKey(openid, templateId)]: Math.max(0, accepts(openid, templateId) + count) } })
  const codes = phoneCodes((openid) => byOpenid(openid)?.phone, now)
  return {
    users: () => [...kept.users],
    byOpenid,
    byOfficialOpenid: (officialOpenid) => kept.users.find((user) => user.officialOpenid === officialOpenid),
    put: (user) => change({ users: [...kept.users.filter(({ openid }) => openid !== user.openid), user] }),
    setFollows,
    accepts,
    grant,
    spend: (openid, templateId) => {
      const may = accepts(openid, templateId) > 0
      if (may) grant(openid, templateId, -1)
      return may
    },
    employment: (openid) => (kept.employed?.[openid] ? [...kept.employed[openid]] : undefined),
    employ: (openid, templateIds) => change({ employed: employedWith(kept.employed, openid, templateIds) }),
    phoneCode: codes.phoneCode,
    phoneOf: codes.phoneOf,
    reset: (users) => {
      codes.clear()
      change({ users: [...users], accepts: {}, employed: {} })
    },
  }
}
