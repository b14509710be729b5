import { parseOutput } from './input'
import { maskedFor } from './mask'
import { answerIn, requestDoc, type Answer, type Request } from './requests'
import { boundedTransaction } from './bounded-transaction'
import type { AuditNote, Registered, Result, Scene } from './verb'
import type { Arrival } from './visitor'
import { fail } from '../../domain/kernel/failure'
import type { AuditDoc } from '../documents'
import type { Transaction } from '../ports'
import { isStoreError } from '../store-error'

/** The store itself tries four times per round. */
const ROUNDS = 4

export interface Doing {
  verb: Registered
  input: unknown
  arrival: Arrival
  scene: Scene
  /** null: the call may come again and is then done again. */
  request: Request | null
}

interface Done { answer: Answer; afterwards?: () => Promise<void> }

/** Does what a call asks in one transaction with its `requests` entry and its audit entry; a call that came before gets its first answer. */
export async function change(doing: Doing): Promise<Answer> {
  const before = await answeredBefore(doing)
  if (before) return before
  try {
    const prepared = await doing.verb.prepare(doing.input, doing.arrival, doing.scene)
    const done = await inRounds(doing, prepared)
    await finish(done, doing)
    return done.answer
  } catch (thrown) {
    const meanwhile = await answeredBefore(doing)
    if (meanwhile) return meanwhile
    throw thrown
  }
}

async function answeredBefore({ request, scene }: Doing): Promise<Answer | null> {
  return request && answerIn(await scene.store.get('requests', request.id), request, scene.now)
}

/** A conflict or a taken key means that somebody else was faster: look again and decide anew. */
async function inRounds(doing: Doing, prepared: unknown): Promise<Done> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const done = await unlessOvertaken(() => doing.scene.store.transaction((tx) => once(doing, prepared, tx)))
    if (done) return done
  }
  return fail('busy')
}

async function unlessOvertaken(run: () => Promise<Done>): Promise<Done | null> {
  try {
    return await run()
  } catch (thrown) {
    if (isStoreError(thrown, 'conflict') || isStoreError(thrown, 'duplicate')) return null
    throw thrown
  }
}

async function once(doing: Doing, prepared: unknown, tx: Transaction): Promise<Done> {
  const { request, scene } = doing
  const stored = request && await tx.get('requests', request.id)
  const before = request && answerIn(stored, request, scene.now)
  if (before) return { answer: before }
  const bounded = boundedTransaction(tx)
  const result = await doing.verb.run(doing.input, doing.arrival, { ...scene, tx: bounded, prepared })
  const answer = answerOf(doing, result)
  await record(doing, { tx: bounded, notes: result.audit ?? [] })
  // An entry older than a day stands in the way of `add`.
  if (request) await bounded[stored ? 'set' : 'add']('requests', requestDoc(request, answer, scene.now))
  return { answer, ...(result.afterwards && { afterwards: result.afterwards }) }
}

async function record(doing: Doing, { tx, notes }: { tx: Transaction; notes: readonly AuditNote[] }): Promise<void> {
  for (const note of notes) await tx.add('audit', auditDoc(note, doing))
}

const answerOf = ({ verb: { operation }, arrival }: Doing, { output, refused }: Result<unknown>): Answer =>
  (refused ? { refused } : { data: maskedFor(operation, parseOutput(operation, output), arrival.caller?.role) })

function auditDoc(note: AuditNote, { verb, arrival, scene }: Doing): AuditDoc {
  const by = note.by ?? arrival.caller
  if (!by) throw new TypeError(`the audit of ${verb.operation.name} names nobody`)
  const { institutionId, accountId, name } = by
  return {
    _id: scene.chance.newId(), schema: 1, institutionId, at: scene.now, accountId, accountName: name,
    operation: verb.operation.name, subject: note.subject, before: note.before, after: note.after,
  }
}

async function finish({ afterwards }: Done, { scene, verb }: Doing): Promise<void> {
  try {
    await afterwards?.()
  } catch (thrown) {
    scene.log.error('afterwards-failed', { operation: verb.operation.name, message: String(thrown) })
  }
}
