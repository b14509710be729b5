import { usesOfEntry } from '../../../contract/dictionary-list'
import { fail } from '../../../domain/kernel/failure'
import { reads } from '../../../cloud/gate/verb'
import { entryOf } from './entry'
import { countReferences, type Holder } from './references'

/** How many things name an entry, before it is renamed or merged. */
export const uses = reads(usesOfEntry, async ({ kind, id }, { institutionId }, { store }) => {
  const entry = await entryOf(store, { kind, id }, institutionId) ?? fail('not-found')
  const counts = await countReferences(store, { institutionId, kind, fromId: id, toId: '', from: entry.name, to: '' })
  const of = (holder: Holder): number => counts.get(holder) ?? 0
  return { devices: of('device'), people: of('person'), accounts: of('account'), papers: of('paper') + of('submission') + of('record') + of('needs'), children: of('department') }
})
