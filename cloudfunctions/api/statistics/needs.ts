import { getNeeds, saveNeeds } from '../../../contract/statistics'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { checkNeeds } from '../../../domain/statistics/need'
import { changes, reads } from '../../../cloud/gate/verb'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { needsDoc } from '../../../cloud/repositories/holding'

/** Who needs what (B31). */
export const get = reads(getNeeds, async (_input, { institutionId }, { store }) => {
  const doc = await needsDoc(store, institutionId)
  return { needs: doc?.needs ?? [], version: doc?.version ?? 0 }
})

export const save = changes(saveNeeds, {
  async prepare({ needs }, { institutionId }, { store }) {
    failOnFields('invalid-input', checkNeeds(needs))
    const known = new Set((await departmentsOf(store, institutionId)).map(({ _id }) => _id))
    if (needs.some(({ by, of }) => by === 'department' && !known.has(of))) fail('department.not-found')
    return null
  },
  async run({ version, needs }, { institutionId, accountId }, { tx, now }) {
    const by = { updatedBy: accountId, updatedAt: now }
    const before = await needsDoc(tx, institutionId) ?? { _id: institutionId, schema: 1 as const, institutionId, needs: [], version: 0, createdBy: accountId, createdAt: now, ...by }
    if (before.version !== version) return fail('needs.changed-meanwhile', { version: before.version })
    await tx.set('holding_needs', { ...before, needs, version: version + 1, ...by })
    return { output: { version: version + 1 }, audit: [{ subject: institutionId, before: { needs: before.needs }, after: { needs } }] }
  },
})
