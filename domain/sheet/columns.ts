import { foldWidth, tidy } from '../kernel/text'

/** A column that a sheet may have, by the words in its header. */
export interface SheetColumn<K extends string = string> {
  key: K
  header: string
  /** Other words that hospitals use for it. */
  aliases?: readonly string[]
  /** Without it the sheet cannot be read at all. */
  needed?: boolean
}

/** Cells as text, '' where the sheet has nothing; `row` as Excel counts it, from 1. */
export interface SheetRow<K extends string = string> { row: number; cells: Record<K, string> }

export interface SheetTable<K extends string = string> {
  rows: Array<SheetRow<K>>
  /** Headers of needed columns that the sheet lacks; then there are no rows. */
  missing: string[]
  /** Headers that mean nothing here: what stands under them is not read. */
  unknown: string[]
  /** Headers that stand twice: the first one is read. */
  repeated: string[]
}

/** Titles and notes may stand above the header. */
const HEADER_WITHIN = 10

/** Blanks, signs of a required field and brackets with a remark do not make another header. */
const folded = (header: string): string => foldWidth(tidy(header)).replace(/\(.*?\)/g, '').replace(/[\s*:]/g, '').toLowerCase()

const meaningOf = <K extends string>(columns: ReadonlyArray<SheetColumn<K>>): Map<string, K> =>
  new Map(columns.flatMap(({ key, header, aliases = [] }) => [header, ...aliases].map((word) => [folded(word), key] as const)))

function headerRow<K extends string>(grid: readonly string[][], meaning: ReadonlyMap<string, K>): number {
  const known = grid.slice(0, HEADER_WITHIN).map((row) => row.filter((cell) => meaning.has(folded(cell))).length)
  return Math.max(0, known.indexOf(Math.max(0, ...known)))
}

/** The table in a grid of cells: which row is the header, what each column means; rows without any word are left out (B23). */
export function tableOf<K extends string>(grid: readonly string[][], columns: ReadonlyArray<SheetColumn<K>>): SheetTable<K> {
  const meaning = meaningOf(columns)
  const at = headerRow(grid, meaning)
  const headers = grid[at] ?? []
  const place = new Map<K, number>()
  const repeated: string[] = []
  headers.forEach((header, column) => {
    const key = meaning.get(folded(header))
    if (key === undefined) return
    if (place.has(key)) repeated.push(tidy(header))
    else place.set(key, column)
  })
  const missing = columns.filter(({ key, needed }) => needed && !place.has(key)).map(({ header }) => header)
  const unknown = headers.filter((header) => tidy(header) !== '' && !meaning.has(folded(header))).map(tidy)
  return { rows: missing.length > 0 ? [] : rowsOf(grid, { at, columns, place }), missing, unknown, repeated }
}

function rowsOf<K extends string>(grid: readonly string[][], { at, columns, place }: { at: number; columns: ReadonlyArray<SheetColumn<K>>; place: ReadonlyMap<K, number> }): Array<SheetRow<K>> {
  const cellsOf = (line: readonly string[]): Record<K, string> =>
    Object.fromEntries(columns.map(({ key }) => [key, tidy(line[place.get(key) ?? -1] ?? '')])) as Record<K, string>
  return grid
    .map((line, index) => ({ row: index + 1, cells: cellsOf(line) }))
    .slice(at + 1)
    .filter(({ cells }) => Object.values<string>(cells).some((cell) => cell !== ''))
}
