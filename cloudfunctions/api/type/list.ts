import { listTypes } from '../../../contract/type'
import { LOCAL_RULES_FIRST } from '../../../domain/certificate/type-presets'
import { reads } from '../../../cloud/gate/verb'
import { typesOf } from '../../../cloud/repositories/rules'
import { typeView } from './view'

/** Every certificate type of the institution, as it was edited or is proposed. */
export const list = reads(listTypes, async (_input, { institutionId }, { store }) =>
  ({ types: (await typesOf(store, institutionId)).map(typeView), note: LOCAL_RULES_FIRST }))
