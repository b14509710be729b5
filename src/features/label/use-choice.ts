import { useState } from 'react'
import { listDevices, type DeviceRow } from '../../../contract/device'
import type { DeviceStatus } from '../../../domain/device/device'
import { MOST_LABELLED } from '../../../domain/label/size'
import { call } from '../../platform/call'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { toast } from '../../platform/toast'

export interface Filters { keyword: string; departmentId: string; status: DeviceStatus | '' }

const queryOf = ({ keyword, departmentId, status }: Filters) => ({ keyword: keyword.trim(), ...(departmentId !== '' && { departmentId }), ...(status !== '' && { status }) })

const PAGE_SIZE = 100

/** Ids of every device that fits, as many as one order takes. */
async function everyFitting(filters: Filters): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1; ids.length < MOST_LABELLED; page += 1) {
    const { rows } = await call(listDevices, { ...queryOf(filters), page, pageSize: PAGE_SIZE })
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < PAGE_SIZE) break
  }
  return ids.slice(0, MOST_LABELLED)
}

/** Which devices get a label: ticked one by one or as filtered. Ticks outlive the filters. */
export function useChoice(start: { chosen: readonly string[]; filters: Filters }) {
  const [filters, setFilters] = useState(start.filters)
  const [chosen, setChosen] = useState(start.chosen)
  const [busy, setBusy] = useState(false)
  const list = useRows(listDevices, queryOf(filters))
  useReachBottom(list.more)
  const addAll = async (): Promise<void> => {
    setBusy(true)
    try {
      const ids = await everyFitting(filters)
      setChosen((before) => [...new Set([...before, ...ids])].slice(0, MOST_LABELLED))
    } catch {
      toast('没有取到设备，请重试')
    }
    setBusy(false)
  }
  return {
    filters, list, chosen, busy, addAll,
    change: (part: Partial<Filters>) => setFilters((before) => ({ ...before, ...part })),
    toggle: ({ id }: Pick<DeviceRow, 'id'>) => setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(0, MOST_LABELLED))),
    clear: () => setChosen([]),
  }
}
export type Choice = ReturnType<typeof useChoice>
