import { mergeEntries } from '../../../contract/dictionary'
import { KIND_WORDS } from '../../../domain/dictionary/entry'
import { pathTo } from '../../../domain/institution/department'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { departmentNodes } from '../../../cloud/repositories/departments'
import { startJob } from '../job/stage'
import { changeable, entryOf, writeEntry } from './entry'
import { stageChange } from './stage-change'

/** Nothing comes under itself. Failure: department.under-itself. */
export async function failOnCircle(store: DocumentStore, { id, under }: { id: string; under: string }, institutionId: string): Promise<void> {
  if (pathTo(await departmentNodes(store, institutionId), under).some((each) => each.id === id)) fail('department.under-itself')
}

async function stage({ kind, id, intoId }: { kind: Parameters<typeof entryOf>[1]['kind']; id: string; intoId: string }, caller: SignedIn, scene: Parameters<typeof stageChange>[2]): Promise<{ jobId: string | null }> {
  const { institutionId } = caller
  const [from, into] = [await entryOf(scene.store, { kind, id }, institutionId), await entryOf(scene.store, { kind, id: intoId }, institutionId)]
  if (!from || !into) return fail('not-found')
  if (kind === 'department') await failOnCircle(scene.store, { id, under: intoId }, institutionId)
  const title = `合并${KIND_WORDS[kind]}：${from.name} → ${into.name}`
  return { jobId: await stageChange({ kind, fromId: id, toId: intoId, from: from.name, to: into.name, title }, caller, scene) }
}

/** Two entries become one (one confirmed act): the first is closed at once, and whatever names it follows by a job that survives any crash. */
export const merge = changes(mergeEntries, {
  async prepare(asked, caller, scene) {
    if (asked.id === asked.intoId) fail('dictionary.merge-self')
    return stage(asked, caller, scene)
  },
  async run(asked, caller, { tx, prepared: { jobId } }) {
    const entry = await changeable(tx, asked, caller)
    const into = await entryOf(tx, { kind: asked.kind, id: asked.intoId }, caller.institutionId) ?? fail('not-found')
    if (into.mergedInto !== '' || into.retired) fail('dictionary.merged')
    await writeEntry(tx, { kind: asked.kind, entry }, { retired: true, mergedInto: into.id })
    if (jobId !== null) await startJob(tx, jobId)
    return { output: { jobId }, audit: [{ subject: entry.id, before: { name: entry.name }, after: { mergedInto: into.name } }] }
  },
})
