import type { OutputOf } from '../../../contract/operation'
import { listPlans, type PlanRow } from '../../../contract/plan'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { mention } from '../../../domain/reminder/delivery-id'
import { sendPlan } from '../../../domain/reminder/plan'
import { planState } from '../../../domain/reminder/plan-state'
import { resolveRecipients } from '../../../domain/reminder/recipients'
import { reads, type Scene } from '../../../cloud/gate/verb'
import { certificateWhere, type CertificateDoc } from '../../../cloud/repositories/certificates'
import { NO_PLANS, planPage, toldThatDay } from '../../../cloud/repositories/plans'
import { ruleBook, type RuleBook } from '../../../cloud/repositories/rules'
import { certificateEntries } from '../certificate/entry'
import { filterOf } from '../certificate/filter'

type Entry = Awaited<ReturnType<typeof certificateEntries>>[number]
type Output = OutputOf<typeof listPlans>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** States in which a next instant is a promise. */
const GOES_ON: readonly PlanRow['state'][] = ['running', 'waiting', 'silent']

function planRow(entry: Entry, doc: CertificateDoc, { now, today, toldToday, book }: { now: Date; today: CivilDay; toldToday: number; book: RuleBook }): PlanRow {
  const { nextAt, holdReason, toldOn } = doc.reminder
  const standing = planState({ ...doc, holdReason }, today)
  const plan = sendPlan({ ...doc, toldOn, rules: book.rulesFor(doc.typeId) }, now)
  return {
    ...entry, ...standing,
    nextSendAt: GOES_ON.includes(standing.state) ? iso(nextAt) : null,
    firstAt: iso(plan.first), lastAt: iso(plan.last), sends: plan.count,
    channels: doc.channels, recipients: resolveRecipients(doc).length, toldOn, toldToday,
  }
}

async function rowsOf(docs: readonly CertificateDoc[], institutionId: string, { store, now, today }: Scene): Promise<PlanRow[]> {
  const mentionOf = ({ _id, cycle }: CertificateDoc): string => mention(_id, cycle)
  const [entries, told, book] = await Promise.all([
    certificateEntries(store, docs),
    toldThatDay(store, { institutionId, day: today }, docs.map(mentionOf)),
    ruleBook(store, institutionId),
  ])
  return docs.flatMap((doc, at) => {
    const entry = entries[at]
    return entry ? [planRow(entry, doc, { now, today, toldToday: told.get(mentionOf(doc)) ?? 0, book })] : []
  })
}

/** 预警计划: every certificate's plan, and whether the clockwork runs (S36, B18). */
export const list = reads(listPlans, async (input, caller, scene): Promise<Output> => {
  const { page, pageSize, state = null } = input
  const { store, today } = scene
  const [filter, heartbeat] = await Promise.all([filterOf({ ...input, deviceType: undefined, deviceId: undefined }, caller, store), store.get('runs', 'heartbeat')])
  const lastTickAt = iso(heartbeat?.at ?? null)
  if (!filter) return { rows: [], total: 0, page, pageSize, counts: NO_PLANS, lastTickAt }
  const asked = { where: certificateWhere(filter), today, state }
  const { docs, total, counts } = await planPage(store, asked, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: await rowsOf(docs, caller.institutionId, scene), total, page, pageSize, counts, lastTickAt }
})
