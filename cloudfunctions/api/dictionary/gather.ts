import { gatherWords } from '../../../contract/dictionary'
import { WORD_KINDS } from '../../../domain/dictionary/entry'
import { changes } from '../../../cloud/gate/verb'
import { keepWordsOf } from '../../../cloud/repositories/dictionary'
import { everyDevice } from '../../../cloud/repositories/devices'

const BUDGET_MS = 2000

/** What the archive was written in before there were dictionaries is taken up (B19: one thing, one name). */
export const gather = changes(gatherWords, {
  async prepare({ after }, { institutionId }, scene) {
    const began = scene.clock.elapsed()
    let added = 0
    for await (const devices of everyDevice(scene.store, { institutionId, departmentIds: null, tokens: [] }, after === '' ? null : after)) {
      added += await keepWordsOf(scene, { institutionId, kinds: WORD_KINDS }, devices)
      const next = devices.at(-1)?.code ?? null
      if (scene.clock.elapsed() - began > BUDGET_MS) return { next, added }
    }
    return { next: null, added }
  },
  run: (_asked, { institutionId }, { prepared }) => Promise.resolve({ output: prepared, audit: prepared.added === 0 ? [] : [{ subject: institutionId, before: null, after: { added: prepared.added } }] }),
})
