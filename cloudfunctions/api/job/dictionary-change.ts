import type { DictionaryKind } from '../../../domain/dictionary/entry'
import { settleCopies } from '../../../cloud/repositories/device-copies'
import { presentEntry } from '../dictionary/entry'
import { nextReferences, type Batch, type Replacing } from '../dictionary/references'
import { rewrite } from '../dictionary/rewrite'
import { jobKind } from './kind'

/** What the rows of a renaming or a merge share. `from`: what it was called. */
export interface DictionaryChange { kind: DictionaryKind; fromId: string; toId: string; from: string }
interface Prepared { replacing: Replacing; batch: Batch | null }

/**
 * Puts one entry in the place of another, or a new name in the place of the old, wherever it stands. Its rows are turns and not things: each takes
 * the next that still name it, so that what was entered meanwhile is found too, and a turn that finds none is done.
 */
export const dictionaryChange = jobKind<null, Prepared>({
  may: 'settings.write',
  async prepare(_data, { job, store }) {
    const change = job.params as DictionaryChange
    // Renamed or merged once more since: what it is called now is what is written.
    const { id, name } = await presentEntry(store, { kind: change.kind, id: change.toId }, job.institutionId)
    const replacing = { ...change, institutionId: job.institutionId, toId: id, to: name }
    const same = change.kind !== 'department' && name === change.from
    return { replacing, batch: same ? null : await nextReferences(store, replacing) }
  },
  async apply(_data, work) {
    const { replacing, batch } = work.prepared
    if (batch === null) return { subjectId: '' }
    const devices = await rewrite(batch, { ...work, replacing })
    return {
      subjectId: '',
      audit: [{ subject: replacing.toId, before: { name: replacing.from }, after: { name: replacing.to, [batch.of === 'device' ? 'deviceIds' : 'moved']: batch.ids } }],
      afterwards: async () => { for (const device of devices) await settleCopies(work.store, device, work.now) },
    }
  },
})
