import type { FaultyRow, RowProblem } from '../../../contract/import'
import { fail } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import type { ReadSheet } from '../../../cloud/sheets/read-sheet'
import { writeXlsx } from '../../../cloud/sheets/write-xlsx'
import type { Workbook } from '../exports/hand-out'
import type { CheckedRow, OpenSheet } from './sheet'

const CAUSE = '原因'
const WIDTHS = { cause: 48, cell: 16 }

/**
 * The rows with problems as they came, behind a column 原因: mended in place, the file can be imported as it is, because 原因 means nothing to an
 * import. `words` tells one row's problems.
 */
function faultySheet<K extends string>(read: ReadSheet<K>, faulty: readonly FaultyRow[], words: (row: FaultyRow) => string): Promise<Uint8Array> {
  const line = read.grid[read.headerRow - 1] ?? []
  const kept = line.map((header, at) => ({ header: tidy(header), at })).filter(({ header }) => header !== CAUSE)
  const columns = [{ header: CAUSE, width: WIDTHS.cause }, ...kept.map(({ header }) => ({ header, width: WIDTHS.cell }))]
  const rows = faulty.map((row) => [words(row), ...kept.map(({ at }) => read.grid[row.row - 1]?.[at] ?? '')])
  return writeXlsx('有问题的行', columns, [rows])
}

interface Looked<K extends string, T> { sheet: OpenSheet<K>; rows: ReadonlyArray<CheckedRow<T>> }

/** The rows at fault of a sheet as a file, to be mended in place (B23); `words` tells one problem. Failure: import.nothing-faulty. */
export async function faultyRows<K extends string, T>({ sheet, rows, words }: Looked<K, T> & { words: (problem: RowProblem) => string }): Promise<Workbook> {
  const wrong = rows.filter(({ ready }) => ready === null)
  if (wrong.length === 0) fail('import.nothing-faulty')
  const bytes = await faultySheet(sheet.read, wrong, ({ problems }) => problems.map(words).join('；'))
  return { name: `有问题的 ${wrong.length} 行`, bytes }
}
