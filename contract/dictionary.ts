import * as v from 'valibot'
import { DICTIONARY_KINDS, MOST_WORDS, WORD_KINDS, WORD_LIMIT } from '../domain/dictionary/entry'
import { command } from './operation'
import { count, id, text } from './shapes'

const kind = v.picklist(DICTIONARY_KINDS)
const name = text(WORD_LIMIT * 2)
const versioned = { kind, id, version: count }
/** null: nothing else names it, so it is done at once. */
const settled = v.strictObject({ version: count, jobId: v.nullable(id) })

/** New words, as they are typed or proposed; those that are there already stay. Failures: invalid-input {fields}. */
export const addWords = command('dictionary.add', {
  input: v.strictObject({ kind: v.picklist(WORD_KINDS), names: v.pipe(v.array(name), v.minLength(1), v.maxLength(MOST_WORDS)) }),
  output: v.strictObject({ added: count }),
  may: 'settings.write',
})

/**
 * A new name; whatever carries the old one gets the new one by a job (contract/job.ts). Failures: not-found, dictionary.name-taken,
 * dictionary.changed-meanwhile {version}, job.too-many-rows {max}, invalid-input {fields}.
 */
export const renameEntry = command('dictionary.rename', { input: v.strictObject({ ...versioned, name }), output: settled, may: 'settings.write' })

/**
 * 停用: it is offered no more, what carries it stays. A department is left by everything first. Failures: not-found, dictionary.merged,
 * dictionary.changed-meanwhile {version}, department.in-use.
 */
export const retireEntry = command('dictionary.retire', { input: v.strictObject({ ...versioned, retired: v.boolean() }), output: v.strictObject({ version: count }), may: 'settings.write' })

/**
 * Two entries become one: everything that names `id` names `intoId` from then on, by a job. Failures: not-found, dictionary.merge-self,
 * dictionary.merged, department.under-itself, dictionary.changed-meanwhile {version}, job.too-many-rows {max}.
 */
export const mergeEntries = command('dictionary.merge', { input: v.strictObject({ ...versioned, intoId: id }), output: v.strictObject({ jobId: v.nullable(id) }), may: 'settings.write' })

/** Takes up the words that devices carry already, some seconds' worth of them: called again with `next` until that is null. `after`: '' to begin. */
export const gatherWords = command('dictionary.gather', { input: v.strictObject({ after: text(6) }), output: v.strictObject({ next: v.nullable(text(6)), added: count }), may: 'settings.write' })

/** A new department, under another or at the top (S52). Failures: not-found, dictionary.name-taken, invalid-input {fields}. */
export const addDepartment = command('department.add', { input: v.strictObject({ name, parentId: v.nullable(id) }), output: v.strictObject({ id }), may: 'settings.write' })

/** Where a department stands in the tree. Failures: not-found, department.under-itself, dictionary.changed-meanwhile {version}. */
export const moveDepartment = command('department.move', {
  input: v.strictObject({ id, version: count, parentId: v.nullable(id) }),
  output: v.strictObject({ version: count }),
  may: 'settings.write',
})
