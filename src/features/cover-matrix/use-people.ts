import { useMemo } from 'react'
import { coverMatrix, type CoverRow } from '../../../contract/cover'
import type { OutputOf } from '../../../contract/operation'
import { listPeople } from '../../../contract/person'
import type { CallFailure } from '../../platform/call-failure'
import { useOperation, type Asked } from '../../platform/use-operation'
import { byPerson, named, type PersonCover } from './by-person'
import { coverQuery, type CoverFilters } from './filters'

/** As many of a department as the store gives at once. */
const MOST_STAFF = 100

export interface People {
  asked: Asked<OutputOf<typeof coverMatrix>>
  /** The devices of this page. */
  devices: readonly CoverRow[]
  people: readonly PersonCover[]
  /** More work in the department than are shown. */
  cut: boolean
  /** The department's other people did not come. */
  failure: CallFailure | null
}

/** 人员 × 设备 (B4): the page's devices with whoever may operate one of them, and with the rest of a chosen department if asked for. */
export function usePeople(filters: CoverFilters): People {
  const { departmentId, everybody, person, page, pageSize } = filters
  const asked = useOperation(coverMatrix, { ...coverQuery(filters), page, pageSize })
  const staff = useOperation(listPeople, everybody && departmentId !== '' ? { departmentId, presence: 'present', page: 1, pageSize: MOST_STAFF } : null)
  const devices = asked.data?.rows
  const people = useMemo(() => named(byPerson(devices ?? [], staff.data?.rows ?? []), person), [devices, staff.data, person])
  return { asked, devices: devices ?? [], people, cut: (staff.data?.total ?? 0) > MOST_STAFF, failure: staff.failure }
}
