import { useState } from 'react'
import { listDevices, type DeviceRow } from '../../../../contract/device'
import { useOperation } from '../../../platform/use-operation'
import { useRows } from '../../../platform/use-rows'

const PAGE_SIZE = 10
const NOTHING: { rows: DeviceRow[]; total: number } = { rows: [], total: 0 }

/** What is typed, and what is asked for since 查询. */
function useKeyword() {
  const [typed, setTyped] = useState('')
  const [keyword, setKeyword] = useState('')
  return { typed, setTyped, keyword, search: () => setKeyword(typed.trim()) }
}

/** The phone's list: rows appended as one scrolls (S14). */
export function useDeviceRows() {
  const words = useKeyword()
  return { ...words, list: useRows(listDevices, { keyword: words.keyword }) }
}

/** The desk's list: ten a page (S14). */
export function useDevicePage() {
  const words = useKeyword()
  const [page, setPage] = useState(1)
  const asked = useOperation(listDevices, { keyword: words.keyword, page, pageSize: PAGE_SIZE })
  const search = () => {
    setPage(1)
    words.search()
  }
  const { rows, total } = asked.data ?? NOTHING
  return { ...words, search, page, setPage, pageSize: PAGE_SIZE, asked, rows, total, empty: asked.data !== undefined && total === 0 }
}

export type DevicePage = ReturnType<typeof useDevicePage>
