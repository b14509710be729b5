import { fail } from '../../domain/kernel/failure'
import { archiveEntries, unpackEntry, type ArchiveEntry } from './archive'
import { SHEET_LIMITS } from './limits'
import { fillMerged, mergedIn, type Merged } from './merged-cells'

export interface SheetGrid { name: string; grid: string[][] }

/** What the reader needs; pictures, macros and print settings stay packed. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/
const SHEET = /^xl\/worksheets\//
/** A cell far out makes the reader lay out everything up to it. */
const FARTHEST = { row: 50_000, letters: 2 }
const MOST_CELLS = 2_000_000
const CELL = /<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)(\d+)"/g

function refuseTooWide(xml: string): void {
  const far = { row: 0, column: 0 }
  for (const [, letters = '', row = ''] of xml.matchAll(CELL)) {
    if (letters.length > FARTHEST.letters || Number(row) > FARTHEST.row) fail('sheet.too-large', { row: Number(row) })
    far.row = Math.max(far.row, Number(row))
    far.column = Math.max(far.column, columnOf(letters))
  }
  if (far.row * far.column > MOST_CELLS) fail('sheet.too-large', { row: far.row })
}

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function checked(name: string, content: Uint8Array): Uint8Array {
  const xml = new TextDecoder('utf-8').decode(content)
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) fail('sheet.broken')
  if (SHEET.test(name)) refuseTooWide(xml)
  return content
}

type Files = Record<string, Uint8Array>

/** What was unpacked within bounds: packed anew, a reader that believes other lengths or other directories meets none. */
function honest(bytes: Uint8Array, entries: readonly ArchiveEntry[]): Files {
  const files: Files = Object.fromEntries(entries.filter(({ name }) => NEEDED.test(name)).map((entry) => [entry.name, checked(entry.name, unpackEntry(bytes, entry))]))
  if (!files['xl/workbook.xml']) fail('sheet.not-a-sheet')
  return files
}

/** Merged cells of each sheet, by its name. */
function mergedOf(files: Files): Map<string, Merged[]> {
  const text = (name: string): string => new TextDecoder('utf-8').decode(files[name] ?? new Uint8Array(0))
  return mergedIn({ workbook: text('xl/workbook.xml'), relations: text('xl/_rels/workbook.xml.rels'), sheet: (target) => text(`xl/${target}`) })
}

/** Excel's first days: a time of day without a day stands on them. */
const BEFORE_DAYS = Date.UTC(1900, 0, 2)
const dateText = (value: Date): string => (value.getTime() < BEFORE_DAYS ? value.toISOString().slice(11, 19) : value.toISOString().slice(0, 10))

/** Whole numbers without a point or an exponent, days as days, times of day as times. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' ? numberText(value) : String(value)
}

const numberText = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 0 }) : String(value))

/** Every sheet of an .xlsx as text, in the book's order; a cell that reaches over several rows says the same in each. Failures: those of `archiveEntries`, sheet.broken, sheet.not-a-sheet, sheet.too-large. */
export async function xlsxGrids(bytes: Uint8Array): Promise<SheetGrid[]> {
  const files = honest(bytes, archiveEntries(bytes, SHEET_LIMITS))
  const { zipSync } = await import('fflate')
  const { default: readXlsxFile } = await import('read-excel-file/node')
  try {
    const sheets = await readXlsxFile(Buffer.from(zipSync(files, { level: 0 })))
    const merged = mergedOf(files)
    return sheets.map(({ sheet, data }) => ({ name: sheet, grid: fillMerged(data.map((row) => row.map(cellText)), merged.get(sheet) ?? []) }))
  } catch {
    return fail('sheet.broken')
  }
}
