import type { Successors } from '../../domain/reminder/recipients'
import type { DocumentStore } from '../ports'
import { inParts } from './due'
import { ofInstitution } from './of-institution'

/** A successor may have left, too; a longer chain is a mistake. */
const MOST_HOPS = 5

async function step(store: DocumentStore, institutionId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const parts = inParts(ids).map((_id) => store.find('accounts', { ...ofInstitution(institutionId), _id: { in: _id }, active: false }, { limit: _id.length, fields: ['successorAccountId'] }))
  const found = (await Promise.all(parts)).flat()
  return new Map(found.flatMap(({ _id, successorAccountId }) => (successorAccountId ? [[_id, successorAccountId] as const] : [])))
}

/** Of these accounts those that have left and named somebody: who is told in their place (B20). Survives a cycle. */
export async function successorsOf(store: DocumentStore, institutionId: string, accountIds: readonly string[]): Promise<Successors> {
  const all = new Map<string, string>()
  let asked = [...new Set(accountIds)]
  for (let hop = 0; hop < MOST_HOPS && asked.length > 0; hop += 1) {
    const found = await step(store, institutionId, asked)
    for (const [from, to] of found) all.set(from, to)
    asked = [...found.values()].filter((id) => !all.has(id))
  }
  return new Map([...all.keys()].map((id) => [id, endOf(all, id)]))
}

function endOf(next: ReadonlyMap<string, string>, id: string): string {
  let at = id
  for (let hop = 0; hop < MOST_HOPS; hop += 1) at = next.get(at) ?? at
  return at
}
