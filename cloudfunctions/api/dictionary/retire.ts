import { retireEntry } from '../../../contract/dictionary'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { changeable, writeEntry } from './entry'
import { countReferences } from './references'

/** 停用 and 恢复: what is retired is offered no more. A department that something is under is merged into another instead. */
export const retire = changes(retireEntry, {
  async prepare({ kind, id, retired }, { institutionId }, { store }) {
    if (kind !== 'department' || !retired) return null
    const counts = await countReferences(store, { institutionId, kind, fromId: id, toId: '', from: '', to: '' })
    if ([...counts.values()].some((count) => count > 0)) fail('department.in-use')
    return null
  },
  async run(asked, caller, { tx }) {
    const entry = await changeable(tx, asked, caller)
    const { retired } = asked
    const version = await writeEntry(tx, { kind: asked.kind, entry }, { retired })
    return { output: { version }, audit: [{ subject: entry.id, before: { name: entry.name, retired: entry.retired }, after: { name: entry.name, retired } }] }
  },
})
