import type { DictionaryKind, WordKind } from '../../../domain/dictionary/entry'
import type { Collection } from '../../../cloud/documents'
import type { DocumentStore, Where } from '../../../cloud/ports'
import { ofInstitution } from '../../../cloud/repositories/of-institution'

/** What can name an entry. */
export type Holder = 'device' | 'person' | 'account' | 'paper' | 'submission' | 'needs' | 'department' | 'record'
export interface Batch { of: Holder; ids: string[] }

/** An entry as it was called, and what takes its place: itself under a new name, or another. */
export interface Replacing { institutionId: string; kind: DictionaryKind; fromId: string; toId: string; from: string; to: string }

interface Place { of: Holder; collection: Collection; where: Where }

/** Documents that one turn changes: each may have certificates whose copies follow. */
export const TURN = 15

const FIELD: Readonly<Record<WordKind, string>> = { 'device-name': 'fields.name', 'device-type': 'fields.type', unit: 'fields.unit', maintainer: 'maintainer' }

function placesOfDepartment({ institutionId, fromId, toId, to }: Replacing): Place[] {
  const of = ofInstitution(institutionId)
  const renamed = fromId === toId
  const copied: Place[] = [
    { of: 'device', collection: 'devices', where: { ...of, departmentId: fromId, ...(renamed && { departmentName: { not: to } }) } },
    { of: 'paper', collection: 'certificate_devices', where: { ...of, departmentId: fromId, deviceId: '', ...(renamed && { departmentName: { not: to } }) } },
  ]
  if (renamed) return copied
  return [
    ...copied,
    { of: 'person', collection: 'people', where: { ...of, departmentId: fromId } },
    { of: 'account', collection: 'accounts', where: { ...of, departmentId: fromId } },
    { of: 'submission', collection: 'submissions', where: { ...of, departmentIds: fromId } },
    { of: 'department', collection: 'departments', where: { ...of, parentId: fromId } },
    { of: 'needs', collection: 'holding_needs', where: { _id: institutionId, 'needs.of': fromId } },
  ]
}

function placesOf(replacing: Replacing): Place[] {
  const { kind, institutionId, from } = replacing
  if (kind === 'department') return placesOfDepartment(replacing)
  const of = ofInstitution(institutionId)
  return [
    { of: 'device', collection: 'devices', where: { ...of, [FIELD[kind]]: from } },
    ...(kind === 'maintainer' ? [{ of: 'record' as const, collection: 'device_records' as const, where: { ...of, kind: 'maintainer', title: from } }] : []),
    ...(kind === 'device-type' ? [{ of: 'needs' as const, collection: 'holding_needs' as const, where: { _id: institutionId, 'needs.of': from } }] : []),
  ]
}

/** How many of each name the entry. */
export async function countReferences(store: DocumentStore, replacing: Replacing): Promise<ReadonlyMap<Holder, number>> {
  const places = placesOf(replacing)
  const counts = await Promise.all(places.map(({ collection, where }) => store.count(collection, where)))
  return new Map(places.map(({ of }, at) => [of, counts[at] ?? 0]))
}

/** The next of those that still name it; null: none is left. What was changed is not found again, so it may be asked after any crash. */
export async function nextReferences(store: DocumentStore, replacing: Replacing): Promise<Batch | null> {
  for (const { of, collection, where } of placesOf(replacing)) {
    const found = await store.find(collection, where, { limit: TURN, fields: ['_id'] })
    if (found.length > 0) return { of, ids: found.map(({ _id }) => _id) }
  }
  return null
}
