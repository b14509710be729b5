import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  title: ReactNode
  cell: (row: Row, index: number) => ReactNode
  /** CSS width; one column without it takes the rest. */
  width?: string
  /** By which the rows are in order, and what turns it round. */
  order?: { direction: 'ascending' | 'descending'; turn: () => void }
  align?: 'left' | 'right' | 'center'
}

export interface TableProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What the table is, for a screen reader. */
  caption: string
  onRow?: (row: Row) => void
  /** Rows that are ticked get the tint, the open one also a bar. */
  chosen?: (row: Row) => boolean
  open?: (row: Row) => boolean
}
