import { startTransition, useEffect, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from './icon'
import type { Column, TableProps } from './table-props'

/** Rows drawn in one frame: a hundred at once would hold the next one up for a tenth of a second. */
const ROWS_A_FRAME = 5
/** What a row is at least, in px: what is not drawn yet keeps its room, so that nothing below the table jumps. */
const ROW_HEIGHT = 48

/** How many rows are drawn by now, all of them on paper; another page of the table begins anew. `first`: the key of its first row. */
const useDrawn = (first: string | undefined, count: number): number => {
  const [drawn, setDrawn] = useState({ first, rows: ROWS_A_FRAME })
  const rows = drawn.first === first ? drawn.rows : ROWS_A_FRAME
  useEffect(() => {
    if (rows >= count) return
    const frame = requestAnimationFrame(() => startTransition(() => setDrawn({ first, rows: rows + ROWS_A_FRAME })))
    return () => cancelAnimationFrame(frame)
  }, [first, rows, count])
  useEffect(() => {
    const drawAll = (): void => flushSync(() => setDrawn({ first, rows: count }))
    window.addEventListener('beforeprint', drawAll)
    return () => window.removeEventListener('beforeprint', drawAll)
  }, [first, count])
  return rows
}

const classOf = <Row,>(row: Row, { chosen, open, onRow }: TableProps<Row>) =>
  [chosen?.(row) || open?.(row) ? 'tbl__on' : '', open?.(row) ? 'tbl__cur' : '', onRow ? 'tbl__tap' : ''].filter(Boolean).join(' ')

/** So that a column without a width of its own keeps room for a name; a narrow window scrolls the table sideways. */
const leastWidth = <Row,>(columns: readonly Column<Row>[]): number => columns.reduce((sum, { width }) => sum + (width?.endsWith('px') ? Number.parseInt(width, 10) : 160), 0)

const Cell = <Row,>({ column, row, index }: { column: Column<Row>; row: Row; index: number }) => (
  <td className={column.align ? `tbl--${column.align}` : undefined}>{column.cell(row, index)}</td>
)

const Head = <Row,>({ column: { title, align, order } }: { column: Column<Row> }) => (
  <th scope='col' aria-sort={order?.direction} className={align ? `tbl--${align}` : undefined}>
    {order ? <button type='button' className={`tbl__sort tbl__sort--${order.direction}`} onClick={order.turn}>{title}<Icon name='down' size={16} /></button> : title}
  </th>
)

/** The row that a key leads to from this one. */
const NEXT: Readonly<Record<string, (row: Element) => Element | null | undefined>> = {
  ArrowDown: (row) => row.nextElementSibling,
  ArrowUp: (row) => row.previousElementSibling,
  Home: (row) => row.parentElement?.firstElementChild,
  End: (row) => row.parentElement?.lastElementChild,
}

/** Arrows go from row to row, Enter opens the row; what stands in a row keeps its own keys. */
const onKey = (event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void => {
  const next = NEXT[event.key]?.(event.currentTarget)
  if (next instanceof HTMLElement) {
    event.preventDefault()
    next.focus()
  }
  if (event.key === 'Enter' && event.target === event.currentTarget) open()
}

/** What a row that can be opened does by hand and by key; the first one is where Tab enters. */
const openedBy = (onRow: (() => void) | undefined, index: number) =>
  (onRow ? { onClick: onRow, tabIndex: index === 0 ? 0 : -1, onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onKey(event, onRow) } : {})

/** The table of the desk: ink rule above, hairlines between, a header that stays. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { columns, rows, rowKey, caption, onRow } = props
  const drawn = useDrawn(rows[0] && rowKey(rows[0]), rows.length)
  return (
    <div className='tbl__w' tabIndex={onRow ? undefined : 0} style={drawn < rows.length ? { minHeight: rows.length * ROW_HEIGHT } : undefined}><table className='tbl' aria-label={caption} style={{ minWidth: leastWidth(columns) }}>
      <colgroup>{columns.map((column) => <col key={column.key} style={{ width: column.width }} />)}</colgroup>
      <thead>
        <tr>{columns.map((column) => <Head key={column.key} column={column} />)}</tr>
      </thead>
      <tbody>
        {rows.slice(0, drawn).map((row, index) => (
          <tr key={rowKey(row)} className={classOf(row, props)} {...openedBy(onRow && (() => onRow(row)), index)}>
            {columns.map((column) => <Cell key={column.key} column={column} row={row} index={index} />)}
          </tr>
        ))}
      </tbody>
    </table></div>
  )
}
