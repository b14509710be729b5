import { afterWrongAnswer, lockedAt, NOT_LOCKED, type LockoutRule } from '../../domain/account/lockout'
import type { AttemptDoc } from '../documents'
import type { Transaction } from '../ports'

/** What is counted against one caller: which kind of attempt, who he is, and how many wrong ones he has. */
export interface Counter {
  id: string
  rule: LockoutRule
}

const isOver = (doc: AttemptDoc, now: Date, { minutes }: LockoutRule): boolean =>
  doc.lockedUntil === null && now.getTime() - doc.since.getTime() >= minutes * 60_000

/** Until when any of the counters refuses an answer; null: he may try. */
export async function lockedUntil(tx: Transaction, counters: readonly Counter[], now: Date): Promise<Date | null> {
  const locks: Date[] = []
  for (const { id } of counters) {
    const doc = await tx.get('attempts', id)
    const lock = doc && lockedAt(doc, now)
    if (lock) locks.push(lock)
  }
  return locks.sort((a, b) => b.getTime() - a.getTime())[0] ?? null
}

function afterAnother({ id, rule }: Counter, doc: AttemptDoc | null, now: Date): AttemptDoc {
  const kept = doc && !isOver(doc, now, rule) ? doc : null
  const since = kept && kept.lockedUntil === null ? kept.since : now
  return { _id: id, schema: 1, ...afterWrongAnswer(kept ?? NOT_LOCKED, now, rule), since }
}

/** Counts a wrong answer; failures older than the rule's span are forgotten. Answers until when he is locked now. */
export async function countWrong(tx: Transaction, counters: readonly Counter[], now: Date): Promise<Date | null> {
  const locks: Array<Date | null> = []
  for (const counter of counters) {
    const doc = afterAnother(counter, await tx.get('attempts', counter.id), now)
    await tx.set('attempts', doc)
    locks.push(doc.lockedUntil)
  }
  return locks.find((lock) => lock !== null) ?? null
}

export async function forgetWrong(tx: Transaction, counters: readonly Counter[]): Promise<void> {
  for (const { id } of counters) {
    if (await tx.get('attempts', id)) await tx.remove('attempts', id)
  }
}
