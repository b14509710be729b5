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

/** One header of the sheet and what it is taken for; '' for nothing. `sample`: the first words under it. */
export interface SheetHeader<K extends string = string> { text: string; at: number; key: K | ''; sample: string }

/** What a person says a header means, by its text; '' leaves it out. Headers that are not named are known by their words. */
export type ColumnChoice = Readonly<Record<string, string>>

export interface SheetTable<K extends string = string> {
  rows: Array<SheetRow<K>>
  /** The row with the headers, as Excel counts it. */
  headerRow: number
  headers: Array<SheetHeader<K>>
  /** Needed columns that the sheet lacks; then there are no rows. */
  missing: K[]
  /** Headers that stand twice: the first one is read. */
  repeated: string[]
}

/** Titles and notes may stand above the header. */
const HEADER_WITHIN = 10

/** Blanks, signs of a required field and brackets with a remark do not make another header. */
const folded = (header: string): string => foldWidth(tidy(header)).replace(/\(.*?\)/g, '').replace(/[\s*:]/g, '').toLowerCase()

type Meaning<K> = (header: string) => K | '' | undefined

function meaningOf<K extends string>(columns: ReadonlyArray<SheetColumn<K>>, chosen: ColumnChoice): Meaning<K> {
  const own = new Map(Object.entries(chosen))
  const words = new Map(columns.flatMap(({ key, header, aliases = [] }) => [header, ...aliases].map((word) => [folded(word), key] as const)))
  const keys = new Map<string, K>(columns.map(({ key }) => [key, key]))
  return (header) => {
    const said = own.get(tidy(header))
    return said === undefined ? words.get(folded(header)) : keys.get(said) ?? ''
  }
}

function headerAt<K extends string>(grid: readonly string[][], meaning: Meaning<K>): number {
  const known = grid.slice(0, HEADER_WITHIN).map((row) => row.filter((cell) => tidy(cell) !== '' && meaning(cell) !== undefined).length)
  return Math.max(0, known.indexOf(Math.max(0, ...known)))
}

/** A choice of a person comes before a word that says the same. */
function headersOf<K extends string>(line: readonly string[], { meaning, chosen }: { meaning: Meaning<K>; chosen: ColumnChoice }) {
  const place = new Map<K, number>()
  const repeated: string[] = []
  const named = new Set(Object.keys(chosen))
  const isChosen = (at: number): boolean => named.has(tidy(line[at] ?? ''))
  const order = line.map((_, at) => at).sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || a - b)
  for (const at of order) {
    const key = meaning(line[at] ?? '')
    if (!key) continue
    if (place.has(key)) repeated.push(tidy(line[at] ?? ''))
    else place.set(key, at)
  }
  const keyAt = new Map([...place].map(([key, at]) => [at, key] as const))
  return { place, repeated, keys: line.map((_, at): K | '' => keyAt.get(at) ?? '') }
}

const sampleUnder = (grid: readonly string[][], headerRow: number, at: number): string =>
  grid.slice(headerRow).map((line) => tidy(line[at] ?? '')).find((cell) => cell !== '') ?? ''

/** The table in a grid of cells: which row is the header, what each column means; rows without any word are left out (B23). */
export function tableOf<K extends string>(grid: readonly string[][], columns: ReadonlyArray<SheetColumn<K>>, chosen: ColumnChoice = {}): SheetTable<K> {
  const meaning = meaningOf(columns, chosen)
  const at = headerAt(grid, meaning)
  const line = grid[at] ?? []
  const { place, repeated, keys } = headersOf(line, { meaning, chosen })
  const missing = columns.filter(({ key, needed }) => needed && !place.has(key)).map(({ key }) => key)
  const headers = line.map((header, column) => ({ text: tidy(header), at: column, key: keys[column] ?? '' as const, sample: sampleUnder(grid, at + 1, column) }))
  return {
    rows: missing.length > 0 ? [] : rowsOf(grid, { at, columns, place }),
    headerRow: at + 1, headers: headers.filter(({ text }) => text !== ''), missing, repeated,
  }
}

function rowsOf<K extends string>(grid: readonly string[][], { at, columns, place }: { at: number; columns: ReadonlyArray<SheetColumn<K>>; place: ReadonlyMap<K, number> }): Array<SheetRow<K>> {
  const cellsOf = (line: readonly string[]): Record<K, string> =>
    Object.fromEntries(columns.map(({ key }) => [key, tidy(line[place.get(key) ?? -1] ?? '')])) as Record<K, string>
  return grid
    .map((line, index) => ({ row: index + 1, cells: cellsOf(line) }))
    .slice(at + 1)
    .filter(({ cells }) => Object.values<string>(cells).some((cell) => cell !== ''))
}
