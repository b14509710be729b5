import type { Store } from '../emulator/store/types'

export interface Asked { calls: number; writes: number; examined: number }

/** Counts what reaches the database from now on, and how many documents it had to look at. */
export const countCalls = (store: Store): Asked => {
  const asked: Asked = { calls: 0, writes: 0, examined: 0 }
  const { find, count, aggregate, insert, modify, remove, begin } = store
  const read = <A extends unknown[], R extends { explain: { examined: number } }>(call: (...args: A) => R) => (...args: A): R => {
    const answer = call(...args)
    asked.calls += 1
    asked.examined += answer.explain.examined
    return answer
  }
  const write = <A extends unknown[], R>(call: (...args: A) => R) => (...args: A): R => {
    asked.calls += 1
    asked.writes += 1
    return call(...args)
  }
  const other = <A extends unknown[], R>(call: (...args: A) => R) => (...args: A): R => {
    asked.calls += 1
    return call(...args)
  }
  Object.assign(store, { find: read(find), count: read(count), aggregate: read(aggregate), insert: write(insert), modify: write(modify), remove: write(remove), begin: other(begin) })
  return asked
}
