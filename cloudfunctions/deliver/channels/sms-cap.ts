import type { DocumentStore, SmsGateway } from '../../../cloud/ports'
import { smsSentOn } from '../../../cloud/repositories/sms-count'
import { dayOf } from '../../../domain/kernel/civil-day'
import type { Outcome } from '../../../domain/reminder/outcome'
import { failed, type Channel, type Message } from './channel'

type Caps = Pick<SmsGateway, 'dailyCap' | 'personCap'>
interface Spent { all: number; byAccount: Map<string, number> }

const CAPPED: Readonly<Record<'all' | 'person', Outcome>> = { all: failed('rate', 'sms.daily-cap'), person: failed('rate', 'sms.person-cap') }

const over = (count: number, cap: number | null | undefined): boolean => typeof cap === 'number' && count >= cap

function refusal({ all, byAccount }: Spent, { accountId }: Message, caps: Caps): Outcome | null {
  if (over(all, caps.dailyCap)) return CAPPED.all
  return over(byAccount.get(accountId) ?? 0, caps.personCap) ? CAPPED.person : null
}

function count(spent: Spent, { accountId }: Message, by: 1 | -1): void {
  spent.all += by
  spent.byAccount.set(accountId, (spent.byAccount.get(accountId) ?? 0) + by)
}

/** What may have left counts; what the provider refused does not. */
const mayHaveLeft = (outcome: Outcome): boolean => outcome.ok || outcome.class === 'unknown'

/**
 * Keeps the institution's caps of one local day. The day is counted once per run and then in memory: a run holds its institution's lease, so nobody
 * else sends for it meanwhile.
 */
export function withCaps(channel: Channel, caps: Caps, store: DocumentStore): Channel {
  if (typeof caps.dailyCap !== 'number' && typeof caps.personCap !== 'number') return channel
  let counting: Promise<Spent> | null = null
  const counted = async ({ institutionId, at }: Message): Promise<Spent> => {
    const byAccount = await smsSentOn(store, institutionId, dayOf(at))
    return { all: [...byAccount.values()].reduce((sum, each) => sum + each, 0), byAccount }
  }
  return {
    async send(message) {
      const spent = await (counting ??= counted(message))
      const refused = refusal(spent, message, caps)
      if (refused) return refused
      count(spent, message, 1)
      const outcome = await channel.send(message)
      if (!mayHaveLeft(outcome)) count(spent, message, -1)
      return outcome
    },
  }
}
