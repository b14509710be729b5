import { plusMinutes } from '../../../domain/kernel/civil-day'
import type { Secrets } from '../../../cloud/ports'
import type { AccountDoc } from '../../../cloud/repositories/accounts'
import type { WechatVisitor } from './link'

/** As long as the code of the phone number button (platform facts §3). */
const MINUTES = 5
const SHAPE = /^([A-Za-z0-9_-]{1,64})\.(\d{1,15})\.([0-9a-f]{64})$/

type Holder = Pick<AccountDoc, '_id' | 'phone'>

const sealOf = (secrets: Secrets, { key }: WechatVisitor, [account, until]: readonly [Holder, number]): string =>
  secrets.sign('bind-code', JSON.stringify(['phone', key, account._id, account.phone, until]))

/** Lets this WeChat user bind this account, while its number stays the same. */
export function ticketFor(account: Holder, visitor: WechatVisitor, { secrets, now }: { secrets: Secrets; now: Date }): string {
  const until = plusMinutes(now, MINUTES).getTime()
  return `${account._id}.${until}.${sealOf(secrets, visitor, [account, until])}`
}

/** Whose account a ticket claims to be for; null when it is none. */
export const accountOfTicket = (ticket: string): string | null => SHAPE.exec(ticket)?.[1] ?? null

export function isTicket(ticket: string, account: Holder, { visitor, secrets, now }: { visitor: WechatVisitor; secrets: Secrets; now: Date }): boolean {
  const until = Number(SHAPE.exec(ticket)?.[2])
  return now.getTime() < until && ticket === `${account._id}.${until}.${sealOf(secrets, visitor, [account, until])}`
}
