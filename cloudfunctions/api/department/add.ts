import { addDepartment } from '../../../contract/dictionary'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { departmentInUse, departmentsOf } from '../../../cloud/repositories/departments'
import { failOnTaken, keptName } from '../dictionary/rename'

/** A new 科室 or 院区, last among those beside it (S52). */
export const add = changes(addDepartment, {
  async prepare({ name: typed, parentId }, { institutionId }, scene) {
    const name = keptName(typed)
    if (parentId !== null && !await departmentInUse(scene.store, parentId, institutionId)) fail('not-found')
    await failOnTaken(scene, { kind: 'department', id: '', name, parentId }, institutionId)
    const order = Math.max(0, ...(await departmentsOf(scene.store, institutionId)).map((each) => each.order)) + 1
    return { name, order }
  },
  async run({ parentId }, { institutionId }, { tx, chance, prepared: { name, order } }) {
    const id = chance.newId()
    await tx.add('departments', { _id: id, schema: 1, institutionId, name, parentId, order, version: 1 })
    return { output: { id }, audit: [{ subject: id, before: null, after: { name, parentId } }] }
  },
})
