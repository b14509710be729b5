import { WORD_KINDS, type WordKind } from '../../domain/dictionary/entry'
import { queryTokens } from '../../domain/device/search'
import { tidy } from '../../domain/kernel/text'
import type { DeviceDoc, DictionaryDoc } from '../documents'
import type { Chance, DocumentStore } from '../ports'
import { wordTokens } from '../search-tokens'
import { isStoreError } from '../store-error'
import { inParts } from './due'
import { ofInstitution } from './of-institution'

export type { DictionaryDoc } from '../documents'

interface Of { institutionId: string; kind: WordKind }

export async function wordPage(store: DocumentStore, { institutionId, kind, keyword, retired }: Of & { keyword: string; retired: boolean }, slice: { skip: number; limit: number }): Promise<{ docs: DictionaryDoc[]; total: number }> {
  const tokens = queryTokens(keyword)
  if (keyword.trim() !== '' && tokens.length === 0) return { docs: [], total: 0 }
  const where = { ...ofInstitution(institutionId), kind, retired, ...(tokens.length > 0 && { tokens: { all: tokens } }) }
  const [docs, total] = await Promise.all([store.find('dictionary', where, { sort: [['name', 1]], ...slice }), store.count('dictionary', where)])
  return { docs, total }
}

/** Those of the names that are kept already, in use or not. */
export async function wordsNamed(store: DocumentStore, { institutionId, kind }: Of, names: readonly string[]): Promise<DictionaryDoc[]> {
  const found: DictionaryDoc[] = []
  for (const part of inParts([...new Set(names)], 200)) found.push(...await store.find('dictionary', { ...ofInstitution(institutionId), kind, name: { in: part } }, { limit: part.length }))
  return found
}

/** A new word, as it is kept. */
export const wordDoc = async ({ institutionId, kind }: Of, name: string, { chance, now }: { chance: Chance; now: Date }): Promise<DictionaryDoc> =>
  ({ _id: chance.newId(), schema: 1, institutionId, kind, name, retired: false, tokens: await wordTokens(name), version: 1, at: now })

interface At { store: DocumentStore; chance: Chance; now: Date }

/** Somebody else was faster: the word is there. */
const addOne = async (store: DocumentStore, doc: DictionaryDoc): Promise<number> => store.add('dictionary', [doc]).then(() => 1, (thrown: unknown) => {
  if (isStoreError(thrown, 'duplicate')) return 0
  throw thrown
})

/** Keeps what is not kept yet; answers how many those were. May be repeated. */
export async function keepWords({ store, chance, now }: At, of: Of, names: readonly string[]): Promise<number> {
  const wanted = [...new Set(names.map(tidy))].filter((name) => name !== '')
  const there = new Set((await wordsNamed(store, of, wanted)).map(({ name }) => name))
  let added = 0
  for (const name of wanted) if (!there.has(name)) added += await addOne(store, await wordDoc(of, name, { chance, now }))
  return added
}

type Worded = Pick<DeviceDoc, 'fields' | 'maintainer'>
const WORD_OF: Readonly<Record<WordKind, (device: Worded) => string>> = {
  'device-name': ({ fields }) => fields.name, 'device-type': ({ fields }) => fields.type, maintainer: ({ maintainer }) => maintainer, unit: ({ fields }) => fields.unit,
}

/** Kept as they are typed. 设备类型 is chosen from what a hospital decided on: one device's would hide the usual ones. */
const TYPED = WORD_KINDS.filter((kind) => kind !== 'device-type')

/** What devices are written in becomes part of the dictionaries (S44: a new name is added on the spot). */
export async function keepWordsOf(at: At, { institutionId, kinds = TYPED }: { institutionId: string; kinds?: readonly WordKind[] }, devices: readonly Worded[]): Promise<number> {
  let added = 0
  for (const kind of kinds) added += await keepWords(at, { institutionId, kind }, devices.map(WORD_OF[kind]))
  return added
}
