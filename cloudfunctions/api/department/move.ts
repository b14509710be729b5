import { moveDepartment } from '../../../contract/dictionary'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { departmentInUse } from '../../../cloud/repositories/departments'
import { changeable, entryOf, writeEntry } from '../dictionary/entry'
import { failOnCircle } from '../dictionary/merge'
import { failOnTaken } from '../dictionary/rename'

/** Where a department stands in the tree: who sees what is under it changes with it (B25). */
export const move = changes(moveDepartment, {
  async prepare({ id, parentId }, { institutionId }, scene) {
    const entry = await entryOf(scene.store, { kind: 'department', id }, institutionId) ?? fail('not-found')
    if (parentId !== null && !await departmentInUse(scene.store, parentId, institutionId)) fail('not-found')
    if (parentId !== null) await failOnCircle(scene.store, { id, under: parentId }, institutionId)
    await failOnTaken(scene, { ...entry, kind: 'department', parentId }, institutionId)
    return null
  },
  async run({ id, version: asked, parentId }, caller, { tx }) {
    const entry = await changeable(tx, { kind: 'department', id, version: asked }, caller)
    const version = await writeEntry(tx, { kind: 'department', entry }, { parentId })
    return { output: { version }, audit: [{ subject: id, before: { parentId: entry.parentId }, after: { name: entry.name, parentId } }] }
  },
})
