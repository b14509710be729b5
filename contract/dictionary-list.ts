import * as v from 'valibot'
import { DICTIONARY_KINDS } from '../domain/dictionary/entry'
import { query } from './operation'
import { count, id, keyword, pageOf, paging } from './shapes'

const kind = v.picklist(DICTIONARY_KINDS)
export const dictionaryRow = v.strictObject({
  id, name: v.string(), version: count, retired: v.boolean(),
  /** What it became, by name; '' when it was not merged. */
  mergedInto: v.string(),
  parentId: v.nullable(id),
  /** From the top of the tree down to what it stands under. */
  path: v.array(v.string()),
  /** 科室负责人: who has an account of that role for it. */
  heads: v.array(v.string()),
})
export type DictionaryRow = v.InferOutput<typeof dictionaryRow>

/** Entries by name, departments in the order of their tree. Keyword as in B19. */
export const listDictionary = query('dictionary.list', { input: v.strictObject({ kind, keyword, retired: v.optional(v.boolean(), false), ...paging }), output: pageOf(dictionaryRow), may: 'device.read' })

/** How many things name an entry: what renaming or merging it changes. Failure: not-found. */
export const usesOfEntry = query('dictionary.uses', {
  input: v.strictObject({ kind, id }),
  output: v.strictObject({ devices: count, people: count, accounts: count, papers: count, children: count }),
  may: 'settings.write',
})
