import { listDictionary, type DictionaryRow } from '../../../contract/dictionary-list'
import { foldForSearch } from '../../../domain/device/search-words'
import { inTreeOrder, pathTo } from '../../../domain/institution/department'
import { reads } from '../../../cloud/gate/verb'
import type { DocumentStore } from '../../../cloud/ports'
import { departmentsOf } from '../../../cloud/repositories/departments'
import { wordPage, type DictionaryDoc } from '../../../cloud/repositories/dictionary'
import { headsOf } from '../../../cloud/repositories/accounts'

const NONE = { parentId: null, path: [], heads: [] }

async function departmentRows(store: DocumentStore, institutionId: string, { keyword, retired }: { keyword: string; retired: boolean }): Promise<DictionaryRow[]> {
  const [departments, heads] = await Promise.all([departmentsOf(store, institutionId), headsOf(store, institutionId)])
  const nodes = departments.map((each) => ({ ...each, id: each._id }))
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]))
  const wanted = foldForSearch(keyword)
  return inTreeOrder(nodes).filter((each) => (each.retired ?? false) === retired && foldForSearch(each.name).includes(wanted)).map(({ id, name, parentId, version = 0, mergedInto = '' }) => ({
    id, name, version, retired, parentId, mergedInto: nameOf.get(mergedInto) ?? '',
    path: pathTo(nodes, id).slice(0, -1).map((above) => above.name), heads: heads.get(id) ?? [],
  }))
}

async function mergedNames(store: DocumentStore, docs: readonly DictionaryDoc[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(docs.flatMap(({ mergedInto }) => mergedInto ?? []))]
  const found = ids.length === 0 ? [] : await store.find('dictionary', { _id: { in: ids } }, { limit: ids.length, fields: ['name'] })
  return new Map(found.map(({ _id, name }) => [_id, name]))
}

/** One dictionary, a page at a time. Departments are few enough to be read at once, as their tree needs. */
export const list = reads(listDictionary, async ({ kind, keyword, retired, page, pageSize }, { institutionId }, { store }) => {
  const slice = { skip: (page - 1) * pageSize, limit: pageSize }
  if (kind === 'department') {
    const rows = await departmentRows(store, institutionId, { keyword, retired })
    return { rows: rows.slice(slice.skip, slice.skip + slice.limit), total: rows.length, page, pageSize }
  }
  const { docs, total } = await wordPage(store, { institutionId, kind, keyword, retired }, slice)
  const names = await mergedNames(store, docs)
  return { rows: docs.map(({ _id: id, name, version, mergedInto = '' }) => ({ ...NONE, id, name, version, retired, mergedInto: names.get(mergedInto) ?? '' })), total, page, pageSize }
})
