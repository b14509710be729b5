import { retentionCuts, type RetentionCuts } from '../../domain/institution/retention'
import { securityOf } from '../../domain/institution/security'
import { dayOf } from '../../domain/kernel/civil-day'
import type { InstitutionDoc } from '../../cloud/documents'
import type { Ports } from '../../cloud/ports'
import { removeEnded } from '../../cloud/repositories/ended-certificates'
import { removeLeft } from '../../cloud/repositories/left-people'
import { removeOldMessages } from '../../cloud/repositories/old-messages'
import { removeOldSubmissions } from '../../cloud/repositories/old-submissions'
import { nextToRetain, retained, retentionEntry } from '../../cloud/repositories/retention'

type RetainPorts = Pick<Ports, 'store' | 'clock'>
interface Round { institutionId: string; cuts: RetentionCuts; now: Date; over: () => boolean }
type Counts = Record<string, number>

/** Each has files and is a transaction of its own. */
const PAPERS = 50
const PEOPLE = 100
const MESSAGES = 500

/** One pass over a hospital, bounded in every kind. true: something may be left. */
async function pass({ store }: RetainPorts, { institutionId, cuts, now, over }: Round, count: (kinds: Counts) => void): Promise<boolean> {
  const papers = await removeEnded(store, institutionId, { cuts, most: PAPERS })
  count({ ...papers.gone })
  const { more: moreHandedIn, ...handedIn } = await removeOldSubmissions(store, institutionId, { before: cuts.certificateAt, most: PAPERS })
  count(handedIn)
  const { more: moreSent, ...sent } = await removeOldMessages(store, institutionId, { day: cuts.messageDay, at: cuts.messageAt, most: MESSAGES })
  count(sent)
  const { more: morePeople, ...left } = await removeLeft(store, institutionId, { before: cuts.personAt, now, most: PEOPLE, over })
  count(left)
  return papers.more || moreHandedIn || moreSent || morePeople
}

/** Passes until nothing is left or the time is up; true: nothing is. */
async function whole(ports: RetainPorts, round: Round, count: (kinds: Counts) => void): Promise<boolean> {
  while (!round.over()) {
    if (!(await pass(ports, round, count))) return true
  }
  return false
}

/**
 * 保存期限 of the next hospital that is due: what is older than its rules say goes, files with it, and one entry of the audit tells how much (`audit` itself is never touched).
 * One that is cut off is gone by again at the next run; one that fails waits for its next turn and stands in nobody's way. Answers how many hospitals it was: 0 or 1.
 */
export async function retainNext(ports: RetainPorts, over: () => boolean): Promise<number> {
  const now = ports.clock.now()
  const today = dayOf(now)
  const institution = await nextToRetain(ports.store, today)
  if (institution === null) return 0
  const gone: Counts = {}
  const count = (kinds: Counts): void => { for (const [kind, more] of Object.entries(kinds)) gone[kind] = (gone[kind] ?? 0) + more }
  const round: Round = { institutionId: institution._id, cuts: retentionCuts(securityOf(institution.security).rules.retention, today), now, over }
  const done = await whole(ports, round, count).catch(async (thrown: unknown) => {
    await leave(ports, { institution, now, gone, done: true })
    throw thrown
  })
  await leave(ports, { institution, now, gone, done })
  return 1
}

async function leave({ store }: RetainPorts, { institution, now, gone, done }: { institution: InstitutionDoc; now: Date; gone: Counts; done: boolean }): Promise<void> {
  if (Object.values(gone).some((count) => count > 0)) await store.add('audit', [retentionEntry({ institution, at: now, gone })])
  if (done) await retained(store, institution, dayOf(now))
}
