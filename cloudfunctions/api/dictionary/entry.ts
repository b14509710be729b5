import type { DictionaryKind } from '../../../domain/dictionary/entry'
import { fail } from '../../../domain/kernel/failure'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore, Transaction } from '../../../cloud/ports'
import { ownedBy } from '../../../cloud/repositories/of-institution'

/** What departments and words have in common. */
export interface Entry { id: string; name: string; parentId: string | null; version: number; retired: boolean; mergedInto: string }

const COLLECTION = (kind: DictionaryKind) => (kind === 'department' ? 'departments' as const : 'dictionary' as const)
type At = Pick<DocumentStore | Transaction, 'get'>

/** An entry of this kind and institution; null: there is none. */
export async function entryOf(at: At, { kind, id }: { kind: DictionaryKind; id: string }, institutionId: string): Promise<Entry | null> {
  const doc = ownedBy(await at.get(COLLECTION(kind), id), institutionId)
  if (!doc || ('kind' in doc && doc.kind !== kind)) return null
  const { name, version = 0, retired = false, mergedInto = '' } = doc
  return { id, name, version, retired, mergedInto, parentId: 'parentId' in doc ? doc.parentId : null }
}

/** The very version that will be changed. Failures: not-found, dictionary.changed-meanwhile {version}, dictionary.merged. */
export async function changeable(tx: Transaction, asked: { kind: DictionaryKind; id: string; version: number }, { institutionId }: SignedIn): Promise<Entry> {
  const entry = await entryOf(tx, asked, institutionId) ?? fail('not-found')
  if (entry.mergedInto !== '') fail('dictionary.merged')
  return entry.version === asked.version ? entry : fail('dictionary.changed-meanwhile', { version: entry.version })
}

/** Writes a part of it as its next version; answers that. */
export async function writeEntry(tx: Transaction, { kind, entry }: { kind: DictionaryKind; entry: Entry }, set: Readonly<Record<string, unknown>>): Promise<number> {
  await tx.change(COLLECTION(kind), entry.id, { set: { ...set, version: entry.version + 1 } })
  return entry.version + 1
}

/** What an entry has become after every merge; itself when it was in none. A circle ends where it was entered. */
export async function presentEntry(at: At, { kind, id }: { kind: DictionaryKind; id: string }, institutionId: string): Promise<Entry> {
  const passed = new Set<string>()
  let entry = await entryOf(at, { kind, id }, institutionId) ?? fail('not-found')
  while (entry.mergedInto !== '' && !passed.has(entry.id)) {
    passed.add(entry.id)
    entry = await entryOf(at, { kind, id: entry.mergedInto }, institutionId) ?? fail('not-found')
  }
  return entry
}
