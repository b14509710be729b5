import { mayHaveReached } from '../../domain/reminder/delivery'
import type { DeliveryDoc, RunDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { leaseId } from './due-runs'
import { ofInstitution } from './of-institution'

/** What was seen before the transaction, and whose turn it was then: a turn in between may have told him. */
export interface Seen { turn: string | null; toldOtherwise: boolean }

/** Did another message of that day, to the same person by the same channel, tell or may it have told of the same certificates (B8)? */
export async function lookAround(store: DocumentStore, delivery: DeliveryDoc): Promise<Seen> {
  const run = await store.get('runs', leaseId(delivery))
  const { institutionId, mentions, day, accountId, channel } = delivery
  const where = { ...ofInstitution(institutionId), mentions: { in: mentions }, day, accountId, channel }
  const same = await store.find('deliveries', where, { fields: ['state'], limit: 1000 })
  return { turn: run?.token ?? null, toldOtherwise: same.some(({ _id, state }) => _id !== delivery._id && mayHaveReached(state)) }
}

const isFree = (run: RunDoc | null, { turn }: Seen, now: Date): boolean =>
  run === null ? turn === null : run.token === turn && (run.deadline === null || run.deadline <= now)

/**
 * Takes a turn of its own at the institution, so that the engine cannot plan a further message at the same moment: whoever comes second meets a
 * conflict. false: the engine works now, or has worked since `seen`.
 */
export async function takeTurn(tx: Transaction, institutionId: string, { seen, now, token }: { seen: Seen; now: Date; token: string }): Promise<boolean> {
  const _id = leaseId({ institutionId })
  const run = await tx.get('runs', _id)
  if (!isFree(run, seen, now)) return false
  const turn = { at: now, token, deadline: new Date(0) }
  if (run) await tx.change('runs', _id, { set: turn })
  else await tx.add('runs', { _id, schema: 1, ...turn, counts: {} })
  return true
}

/** Queued once more: the attempts stay counted, and the first one keeps its instant. Why it did not tell what it is to tell now is over. */
export const queueAgain = (tx: Transaction, { _id, dropped, mentions }: DeliveryDoc, now: Date): Promise<void> => {
  const left = dropped?.filter((each) => !mentions.includes(each.mention))
  return tx.change('deliveries', _id, { set: { state: 'queued', reason: '', claim: null, dueAt: now, settledAt: null, ...(left && { dropped: left }) } })
}
