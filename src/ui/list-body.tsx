import type { ReactNode } from 'react'
import { ErrorState } from './error-state'
import { ListEnd } from './list-end'
import { Notice } from './notice'
import { Box } from './plain'
import { Skeleton } from './skeleton'

interface Props {
  list: {
    rows: readonly unknown[]
    head: { total: number } | undefined
    failure: { message: string } | null
    loading: boolean
    adding: boolean
    more: () => void
    reload: () => void
  }
  /** What stands there when there is no row. */
  empty: ReactNode
  /** What a failure does not touch. */
  safe: string
  /** 张, 台, 条 */
  unit: string
  children: ReactNode
}

/** The states of an endless list: on its way, failed, empty, its rows and its end. A failure under rows does not take them away. */
export const ListBody = ({ list, empty, safe, unit, children }: Props) => {
  if (list.loading) return <Skeleton />
  if (list.rows.length === 0) return list.failure ? <ErrorState failure={list.failure} safe={safe} onRetry={list.reload} /> : <>{empty}</>
  return (
    <>
      {list.failure && <Box className='pad'><Notice tone='warn'>没有取到最新数据。{list.failure.message}</Notice></Box>}
      {children}
      <ListEnd shown={list.rows.length} total={list.head?.total ?? 0} onMore={list.more} busy={list.adding} unit={unit} />
    </>
  )
}
