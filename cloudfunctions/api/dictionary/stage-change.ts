import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DictionaryChange } from '../job/dictionary-change'
import { stageJob } from '../job/stage'
import { countReferences, TURN } from './references'

/** Puts a renaming or a merge on record as a job; null: nothing names the entry, so there is nothing to do. Failure: job.too-many-rows {max}. */
export async function stageChange(change: DictionaryChange & { to: string; title: string }, caller: SignedIn, scene: Scene): Promise<string | null> {
  const { title, to, ...params } = change
  const counts = [...(await countReferences(scene.store, { ...params, to, institutionId: caller.institutionId })).values()]
  const turns = counts.reduce((sum, each) => sum + Math.ceil(each / TURN), 0)
  if (turns === 0) return null
  // One more than is known now, for what is entered before the entry is closed.
  const rows = Array.from({ length: turns + 1 }, (_, at) => ({ label: `第 ${at + 1} 批`, data: null }))
  return stageJob({ kind: 'dictionary-change', title, params, rows }, caller, scene)
}
