import { endSession, listSessions } from '../../../contract/account-sessions'
import { fail } from '../../../domain/kernel/failure'
import { changes, reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { sessionIdOf, sessionsOf } from '../../../cloud/repositories/sessions'

/** What is stored of a session is the hash of its token: telling it opens nothing. */
const hereOf = ({ visitor }: SignedIn, { secrets }: Scene): string | null => (visitor.way === 'web' ? sessionIdOf(visitor.token, secrets) : null)

/** One's own open sessions (architecture §8); those that are over wait for the sweep and open nothing. */
export const list = reads(listSessions, async (_input, caller, scene) => {
  const here = hereOf(caller, scene)
  const open = (await sessionsOf(scene.store, caller)).filter(({ expiresAt }) => expiresAt > scene.now)
  const latestFirst = open.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  return { rows: latestFirst.map(({ _id, createdAt, expiresAt }) => ({ id: _id, startedAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), here: _id === here })) }
})

/** Whoever left himself signed in somewhere ends it from where he is. */
export const end = changes(endSession, {
  async run({ id }, caller, work) {
    const { tx, store } = work
    const here = hereOf(caller, work)
    const mine = (await sessionsOf(store, caller)).map(({ _id }) => _id)
    const ended = id === null ? mine.filter((each) => each !== here) : mine.filter((each) => each === id)
    if (id !== null && ended.length === 0) fail('not-found')
    for (const each of ended) await tx.remove('sessions', each)
    return { output: {}, audit: [{ subject: caller.accountId, before: { sessions: mine.length }, after: { sessions: mine.length - ended.length } }] }
  },
})
