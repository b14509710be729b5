import { fail } from '../../../domain/kernel/failure'
import type { DepartmentDoc, DictionaryDoc } from '../../../cloud/documents'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { wordDoc, wordsNamed } from '../../../cloud/repositories/dictionary'
import type { NewEntries } from '../dictionary-import/check'
import { countReferences } from '../dictionary/references'
import { nameKey } from '../import/departments'
import { jobKind, type RowScene, type RowWork } from './kind'

interface Prepared { department: DepartmentDoc | null; words: DictionaryDoc[] }
/** What a row made. */
interface Made { departmentId: string; wordIds: string[] }

async function departmentOf({ department }: NewEntries, { store, caller: { institutionId }, chance }: RowScene): Promise<DepartmentDoc | null> {
  if (department === null) return null
  const all = (await departmentsOf(store, institutionId)).filter(({ retired }) => !retired)
  const named = (name: string) => all.find((each) => nameKey(each.name) === nameKey(name))
  // Two imports of one file may be under way at once.
  if (named(department.name)) return null
  const parent = department.parent === '' ? null : named(department.parent) ?? fail('import.parent-unknown')
  return { _id: chance.newId(), schema: 1, institutionId, name: department.name, parentId: parent?._id ?? null, order: Math.max(0, ...all.map(({ order }) => order)) + 1, version: 1 }
}

async function newWords({ words }: NewEntries, scene: RowScene): Promise<DictionaryDoc[]> {
  const docs: DictionaryDoc[] = []
  for (const { kind, name } of words) {
    const of = { institutionId: scene.caller.institutionId, kind }
    if ((await wordsNamed(scene.store, of, [name])).length === 0) docs.push(await wordDoc(of, name, scene))
  }
  return docs
}

/** Somebody has worked with it since: it stays. */
async function removeDepartment(id: string, { tx, store, caller: { institutionId } }: RowWork<null>): Promise<void> {
  const department = await tx.get('departments', id)
  if (!department) return
  const counts = await countReferences(store, { institutionId, kind: 'department', fromId: id, toId: '', from: '', to: '' })
  if (department.version !== 1) fail('job.changed-since')
  if ([...counts.values()].some((count) => count > 0)) fail('import.department-used-since')
  await tx.remove('departments', id)
}

async function removeWord(id: string, { tx }: RowWork<null>): Promise<void> {
  const word = await tx.get('dictionary', id)
  if (word && word.version !== 1) fail('job.changed-since')
  if (word) await tx.remove('dictionary', id)
}

/** Dictionaries out of a sheet (B23); taken back as long as nothing hangs on them. */
export const dictionaryImport = jobKind<NewEntries, Prepared>({
  may: 'settings.write',
  prepare: async (entries, scene) => ({ department: await departmentOf(entries, scene), words: await newWords(entries, scene) }),
  async apply(_entries, { tx, caller, prepared: { department, words } }) {
    if (department) await tx.add('departments', department)
    for (const word of words) await tx.add('dictionary', word)
    const made: Made = { departmentId: department?._id ?? '', wordIds: words.map(({ _id }) => _id) }
    const after = { ...(department && { name: department.name, parentId: department.parentId }), words: words.map(({ name }) => name) }
    return { subjectId: '', before: made, audit: [{ subject: department?._id ?? caller.institutionId, before: null, after }] }
  },
  async undo(entries, work) {
    const { departmentId, wordIds } = work.row.before as Made
    if (departmentId !== '') await removeDepartment(departmentId, work)
    for (const id of wordIds) await removeWord(id, work)
    return { subjectId: '', audit: [{ subject: departmentId || work.caller.institutionId, before: entries, after: null }] }
  },
})
