import { listDevices } from '../../../contract/device'
import { reads } from '../../../cloud/gate/verb'
import { devicePage } from '../../../cloud/repositories/devices'
import { deviceFilterOf } from './filter'
import { deviceRows } from './rows'

/** 唯一码 descending (S9, S47); found by name, number, model, pinyin (B19). */
export const list = reads(listDevices, async (asked, caller, { store, today }) => {
  const { page, pageSize } = asked
  const filter = await deviceFilterOf(store, caller, asked)
  if (!filter) return { rows: [], total: 0, page, pageSize }
  const { docs, total } = await devicePage(store, filter, { skip: (page - 1) * pageSize, limit: pageSize })
  return { rows: await deviceRows(store, docs, today), total, page, pageSize }
})
