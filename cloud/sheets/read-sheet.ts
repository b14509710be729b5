import { fail, isFailure } from '../../domain/kernel/failure'
import { tableOf, type SheetColumn, type SheetRow, type SheetTable } from '../../domain/sheet/columns'
import { csvGrid } from './csv-grid'
import { SHEET_LIMITS } from './limits'
import { xlsxGrids, type SheetGrid } from './xlsx-grid'

export type { SheetColumn, SheetRow } from '../../domain/sheet/columns'
export { SHEET_LIMITS } from './limits'

export interface ReadSheet<K extends string> {
  /** As in the workbook; '' for a CSV. */
  sheetName: string
  rows: Array<SheetRow<K>>
  /** Headers that mean nothing here and headers that stand twice: worth a word before anything is imported. */
  headerProblems: { unknown: string[]; repeated: string[] }
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

interface Candidate<K extends string> extends SheetTable<K> { name: string }

/** The first sheet with every needed header, else the one that lacks the fewest. */
const bestOf = <K extends string>(tables: ReadonlyArray<Candidate<K>>): Candidate<K> | undefined =>
  tables.reduce<Candidate<K> | undefined>((best, table) => (best === undefined || table.missing.length < best.missing.length ? table : best), undefined)

/**
 * Reads an .xlsx or .csv (UTF-8, GBK) with a known header (B23). Only the bytes say what it is. Every cell is text: days that Excel knows as days are
 * `YYYY-MM-DD`; days typed as text go through `dayOfCell` of domain/sheet/day-cell. Libraries load on first use.
 *
 * Failures: sheet.too-large (over 10 MB, a zip bomb, cells far out), sheet.broken, sheet.not-a-sheet, sheet.old-or-locked (.xls, or a password),
 * sheet.empty, sheet.header-missing {missing, sheets}, sheet.too-many-rows {rows, max}, sheet.too-many-columns {columns, max}.
 */
export async function readSheet<K extends string>(bytes: Uint8Array, columns: ReadonlyArray<SheetColumn<K>>): Promise<ReadSheet<K>> {
  if (bytes.byteLength > SHEET_LIMITS.bytes) fail('sheet.too-large')
  if (bytes.byteLength === 0) fail('sheet.empty')
  const grids = await gridsOf(bytes)
  const best = bestOf(grids.map(({ name, grid }) => ({ name, ...tableOf(narrow(grid), columns) })))
  if (!best) return fail('sheet.empty')
  if (best.missing.length > 0) fail('sheet.header-missing', { missing: best.missing, sheets: grids.map(({ name }) => name) })
  if (best.rows.length === 0) fail('sheet.empty')
  if (best.rows.length > SHEET_LIMITS.rows) fail('sheet.too-many-rows', { rows: best.rows.length, max: SHEET_LIMITS.rows })
  return { sheetName: best.name, rows: best.rows, headerProblems: { unknown: best.unknown, repeated: best.repeated } }
}

function narrow(grid: string[][]): string[][] {
  const columns = grid.reduce((most, row) => Math.max(most, row.reduce((last, cell, at) => (cell.trim() === '' ? last : at + 1), 0)), 0)
  if (columns > SHEET_LIMITS.columns) fail('sheet.too-many-columns', { columns, max: SHEET_LIMITS.columns })
  return grid
}
