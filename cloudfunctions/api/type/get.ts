import { getType } from '../../../contract/type'
import { fail } from '../../../domain/kernel/failure'
import { reads } from '../../../cloud/gate/verb'
import { ofInstitution } from '../../../cloud/repositories/of-institution'
import { typesOf } from '../../../cloud/repositories/rules'
import { typeView } from './view'

/** One type, and how many certificates its rules decide about. */
export const get = reads(getType, async ({ id }, { institutionId }, { store }) => {
  const found = (await typesOf(store, institutionId)).find(({ type }) => type.id === id)
  if (!found) return fail('not-found')
  return { type: typeView(found), certificates: await store.count('certificates', { ...ofInstitution(institutionId), typeId: id }) }
})
