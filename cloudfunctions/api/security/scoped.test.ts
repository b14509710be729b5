import type { Collection } from '../../../cloud/documents'
import type { Where } from '../../../cloud/ports'
import { operations } from '../operations'
import { RECIPES } from './recipes/every'
import { at } from './recipes/recipe'
import { openWorld, type World } from './world'

/** Architecture §3, §8: institutions never mix, because no question to the store is about everybody's documents. */

/** Collections that belong to no institution, and questions that are narrower than one by themselves, each with its reason. */
const ALLOWED: Readonly<Partial<Record<Collection, string>>> = {
  institutions: 'asked by name, to log in',
  followers: 'asked by the unionid or account of people who were found within the institution',
  runs: 'the heartbeat of the timers is everybody’s',
  tokens: 'a provider’s token belongs to an appid',
  attempts: 'counted by caller',
}
/** A key whose value was found within the institution narrows to it. */
const NARROW: Readonly<Partial<Record<Collection, readonly string[]>>> = {
  jobs: ['_id'],
  job_rows: ['jobId'],
  inbox: ['accountId', 'deliveryId'],
}

const isScoped = (collection: Collection, where: Where): boolean =>
  collection in ALLOWED || (typeof where.institutionId === 'string' && where.institutionId !== '') || (NARROW[collection] ?? []).some((key) => key in where)

/** Remembers every question that names no institution. */
function watched(world: World): string[] {
  const unscoped: string[] = []
  const { store } = world
  const check = (name: string, collection: Collection, where: Where): void => {
    if (!isScoped(collection, where)) unscoped.push(`${name} ${collection} by ${Object.keys(where).join(', ')}`)
  }
  for (const name of ['find', 'count', 'update', 'remove', 'group'] as const) {
    const real = store[name].bind(store) as (...all: unknown[]) => unknown
    Object.assign(store, { [name]: (collection: Collection, where: Where, ...rest: unknown[]) => {
      check(name, collection, where)
      return real(collection, where, ...rest)
    } })
  }
  return unscoped
}

const ASKING = ['hospital-admin', 'department-head', 'viewer'] as const

test.each(operations.map(({ operation }) => [operation.name, operation] as const))('%s asks the store for its own institution only', async (name, { changes }) => {
  for (const role of ASKING) {
    const owner = `a-${role}-x`
    for (const input of RECIPES[name]?.inputs(at({ institution: 'a', department: 'x', owner })) ?? []) {
      const world = openWorld()
      const unscoped = watched(world)
      await world.ask(`o-${owner}`, { operation: name, input, ...(changes && { requestId: 'request-000000000001' }) })
      expect(unscoped).toEqual([])
    }
  }
})
