import { listInstitutions } from '../../../contract/institution'
import { foldForSearch } from '../../../domain/device/search'
import { reads } from '../../../cloud/gate/verb'
import { otherAdmins } from '../../../cloud/repositories/account-table'
import { everyInstitution } from '../../../cloud/repositories/institutions'

/** 机构管理: names, and whether each has an administrator in use. The operator's own is none of them. */
export const list = reads(listInstitutions, async ({ keyword, page, pageSize }, { institutionId }, { store }) => {
  const wanted = foldForSearch(keyword)
  const found = (await everyInstitution(store)).filter(({ _id, name }) => _id !== institutionId && foldForSearch(name).includes(wanted))
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const rows = await Promise.all(shown.map(async ({ _id, name, createdAt }) => ({ id: _id, name, createdAt: createdAt.toISOString(), hasAdmin: await otherAdmins(store, _id, '') > 0 })))
  return { rows, total: found.length, page, pageSize }
})
