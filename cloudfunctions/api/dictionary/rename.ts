import { renameEntry } from '../../../contract/dictionary'
import { checkWord, KIND_WORDS, type DictionaryKind } from '../../../domain/dictionary/entry'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import { changes, type Scene } from '../../../cloud/gate/verb'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { wordsNamed } from '../../../cloud/repositories/dictionary'
import { wordTokens } from '../../../cloud/search-tokens'
import { startJob } from '../job/stage'
import { changeable, entryOf, writeEntry, type Entry } from './entry'
import { stageChange } from './stage-change'

/** Departments of one name are told apart by what they stand under; a word is there once. Failure: dictionary.name-taken. */
export async function failOnTaken({ store }: Pick<Scene, 'store'>, { kind, id, name, parentId }: Pick<Entry, 'id' | 'name' | 'parentId'> & { kind: DictionaryKind }, institutionId: string): Promise<void> {
  const named = kind === 'department'
    ? (await departmentsOf(store, institutionId)).filter((each) => each.name === name && each.parentId === parentId && each.mergedInto === undefined)
    : await wordsNamed(store, { institutionId, kind }, [name])
  if (named.some(({ _id }) => _id !== id)) fail('dictionary.name-taken')
}

/** What was typed, as it is kept. Failure: invalid-input {fields}. */
export function keptName(typed: string): string {
  const wrong = checkWord(typed)
  failOnFields('invalid-input', wrong === null ? {} : { name: wrong })
  return tidy(typed)
}

/** A new name; what carries the old one follows by a job, so that it may be much. */
export const rename = changes(renameEntry, {
  async prepare({ kind, id, name: typed }, caller, scene) {
    const name = keptName(typed)
    const { institutionId } = caller
    const entry = await entryOf(scene.store, { kind, id }, institutionId) ?? fail('not-found')
    await failOnTaken(scene, { ...entry, kind, name }, institutionId)
    const title = `${KIND_WORDS[kind]}改名：${entry.name} → ${name}`
    return { name, from: entry.name, jobId: await stageChange({ kind, fromId: id, toId: id, from: entry.name, to: name, title }, caller, scene) }
  },
  async run(asked, caller, { tx, prepared: { name, from, jobId } }) {
    const entry = await changeable(tx, asked, caller)
    if (entry.name !== from) fail('dictionary.changed-meanwhile', { version: entry.version })
    const tokens = asked.kind === 'department' ? {} : { tokens: await wordTokens(name) }
    const version = await writeEntry(tx, { kind: asked.kind, entry }, { name, ...tokens })
    if (jobId !== null) await startJob(tx, jobId)
    return { output: { version, jobId }, audit: [{ subject: entry.id, before: { name: entry.name }, after: { name } }] }
  },
})
