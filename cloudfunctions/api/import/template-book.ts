import { writeBook } from '../../../cloud/sheets/write-xlsx'

const WIDTHS = { cell: 18, column: 20, note: 90 }
const NOTES = [{ header: '列名', width: WIDTHS.column }, { header: '怎样填写', width: WIDTHS.note }]

/** A column, an example of it, and what may stand in it. */
export interface TemplateColumn { header: string; width?: number; example: string; note: string }

/** What is handed out to be filled in (B23): a sheet with the columns and an example row, and 填写说明 with the rules and a line for each column that has a note. */
export const templateBook = (name: string, columns: readonly TemplateColumn[], rules: readonly string[][]): Promise<Uint8Array> => writeBook([
  { name, columns: columns.map(({ header, width = WIDTHS.cell }) => ({ header, width })), batches: [[columns.map(({ example }) => example)]] },
  { name: '填写说明', columns: NOTES, batches: [[...rules, ...columns.filter(({ note }) => note !== '').map(({ header, note }) => [header, note])]] },
])
