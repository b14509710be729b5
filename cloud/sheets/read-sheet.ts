import { fail, isFailure } from '../../domain/kernel/failure'
import { tableOf, type ColumnChoice, type SheetColumn, type SheetTable } from '../../domain/sheet/columns'
import { csvGrid } from './csv-grid'
import { SHEET_LIMITS } from './limits'
import { xlsxGrids, type SheetGrid } from './xlsx-grid'

export type { ColumnChoice, SheetColumn, SheetHeader, SheetRow } from '../../domain/sheet/columns'
export { SHEET_LIMITS } from './limits'

export interface ReadSheet<K extends string> extends SheetTable<K> {
  /** Sheets of the book that hold anything, in its order; one '' for a CSV. */
  sheets: string[]
  /** The one that was read. */
  sheetName: string
  /** Every cell of it: what a person gets back when rows are at fault. */
  grid: string[][]
}

/** What a person chose; left out, the reader finds it. */
export interface SheetAsked {
  /** By name; null or a name that the book has not: the sheet that lacks the fewest needed columns. */
  sheet?: string | null
  chosen?: ColumnChoice
}

type Format = 'xlsx' | 'csv'

/** OLE: an .xls of old, or an .xlsx with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
const OTHERS = [[0x25, 0x50, 0x44, 0x46], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47]]

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

/** By content, not by name: a renamed file is what it is. */
function formatOf(bytes: Uint8Array): Format {
  if (begins(bytes, OLE)) return fail('sheet.old-or-locked')
  if (begins(bytes, ZIP)) return 'xlsx'
  const text = bytes[0] === 0xff || bytes[0] === 0xfe || !bytes.subarray(0, 4096).includes(0)
  return text && !OTHERS.some((mark) => begins(bytes, mark)) ? 'csv' : fail('sheet.not-a-sheet')
}

/** What is wrong with the archive is wrong with the workbook: one vocabulary for the reader. */
async function workbook(bytes: Uint8Array): Promise<SheetGrid[]> {
  try {
    return await xlsxGrids(bytes)
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown
    if (thrown.code === 'archive.too-large') return fail('sheet.too-large')
    if (thrown.code === 'archive.locked') return fail('sheet.old-or-locked')
    return thrown.code === 'archive.broken' ? fail('sheet.broken') : fail(thrown.code, thrown.detail)
  }
}

const gridsOf = async (bytes: Uint8Array): Promise<SheetGrid[]> => (formatOf(bytes) === 'xlsx' ? workbook(bytes) : [{ name: '', grid: await csvGrid(bytes) }])

interface Candidate<K extends string> extends SheetTable<K> { name: string; grid: string[][] }

const known = ({ headers }: SheetTable): number => headers.filter(({ key }) => key !== '').length

/** Fewer needed columns that lack, then more that are known. */
const isBetter = (table: SheetTable, best: SheetTable): boolean =>
  table.missing.length < best.missing.length || (table.missing.length === best.missing.length && known(table) > known(best))

const bestOf = <K extends string>(tables: ReadonlyArray<Candidate<K>>): Candidate<K> | undefined =>
  tables.reduce<Candidate<K> | undefined>((best, table) => (best === undefined || isBetter(table, best) ? table : best), undefined)

/**
 * Reads an .xlsx or .csv (UTF-8, GBK) whose header is looked for (B23). Only the bytes say what it is. Every cell is text: days that Excel knows
 * as days are `YYYY-MM-DD`; days typed as text go through `dayOfCell` of domain/sheet/day-cell. A sheet that lacks needed columns has no rows and
 * says which (`missing`), so that somebody can say what its headers mean. Libraries load on first use.
 *
 * Failures: sheet.too-large (over 10 MB, a zip bomb, cells far out), sheet.broken, sheet.not-a-sheet, sheet.old-or-locked (.xls, or a password),
 * sheet.empty, sheet.too-many-rows {rows, max}, sheet.too-many-columns {columns, max}.
 */
export async function readSheet<K extends string>(bytes: Uint8Array, columns: ReadonlyArray<SheetColumn<K>>, { sheet = null, chosen = {} }: SheetAsked = {}): Promise<ReadSheet<K>> {
  if (bytes.byteLength > SHEET_LIMITS.bytes) fail('sheet.too-large')
  const grids = (await gridsOf(bytes)).filter(({ grid }) => grid.some((row) => row.some((cell) => cell.trim() !== '')))
  const tables = grids.map(({ name, grid }) => ({ name, grid, ...tableOf(narrow(grid), columns, chosen) }))
  const { name, ...read } = withinBounds(tables.find((table) => table.name === sheet) ?? bestOf(tables))
  return { ...read, sheetName: name, sheets: grids.map((each) => each.name) }
}

function withinBounds<K extends string>(table: Candidate<K> | undefined): Candidate<K> {
  if (!table || (table.missing.length === 0 && table.rows.length === 0)) return fail('sheet.empty')
  if (table.rows.length > SHEET_LIMITS.rows) fail('sheet.too-many-rows', { rows: table.rows.length, max: SHEET_LIMITS.rows })
  return table
}

function narrow(grid: string[][]): string[][] {
  const columns = grid.reduce((most, row) => Math.max(most, row.reduce((last, cell, at) => (cell.trim() === '' ? last : at + 1), 0)), 0)
  if (columns > SHEET_LIMITS.columns) fail('sheet.too-many-columns', { columns, max: SHEET_LIMITS.columns })
  return grid
}
