import { marksOf } from '../../cloud/repositories/channel-marks'
import { ruleBook, type RuleBook } from '../../cloud/repositories/rules'
import type { ReadyChannels } from '../../domain/reminder/route'
import type { Desk } from './desk'

/** What holds for every certificate and person of the institution while one round is worked. */
export interface Standing { book: RuleBook; slowed: ReadonlySet<string>; ready: ReadyChannels }

/** Reads the institution's rules, its types' rules and what WeChat stopped (B28). */
export async function readStanding({ store, institutionId, ready }: Desk): Promise<Standing> {
  const [book, { slowed, stopped }] = await Promise.all([ruleBook(store, institutionId), marksOf(store, institutionId)])
  const official = ready.officialAccount && !stopped.has('official-account')
  return {
    book, slowed,
    ready: {
      sms: ready.sms,
      officialAccount: official,
      subscribeMessage: ready.subscribeMessage && !stopped.has('subscribe-message'),
      employeeMessage: ready.employeeMessage && !stopped.has('employee-message'),
      stopped: (ready.officialAccount && !official) || stopped.has('subscribe-message'),
    },
  }
}
