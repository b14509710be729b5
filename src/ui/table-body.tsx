import type { ReactNode } from 'react'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'

interface Props {
  asked: {
    data: { rows: readonly unknown[] } | undefined
    failure: { message: string } | null
    loading: boolean
    reload: () => Promise<void>
  }
  empty: ReactNode
  safe: string
  children: ReactNode
}

/** The states of a table of the desk: on its way, failed, empty, its rows. */
export const TableBody = ({ asked, empty, safe, children }: Props) => {
  if (asked.failure) return <ErrorState failure={asked.failure} safe={safe} onRetry={() => void asked.reload()} />
  if (asked.loading || asked.data === undefined) return <Skeleton shape='table' rows={10} />
  return <>{asked.data.rows.length === 0 ? empty : children}</>
}
