/** Rows and columns count from 0, both ends included. */
export interface Merged { column: number; from: number; to: number }

interface Parts { workbook: string; relations: string; sheet: (target: string) => string }

const SHEET = /<(?:\w+:)?sheet\s[^>]*?>/g
const RELATION = /<(?:\w+:)?Relationship\s[^>]*?>/g
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,2})(\d{1,5}):[A-Z]{1,3}(\d{1,7})"/g
/** More would be no table any more. */
const MOST = 20_000

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
const unescaped = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, '\'').replace(/&amp;/g, '&')
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const mergedOf = (xml: string): Merged[] => [...xml.matchAll(MERGED)].slice(0, MOST)
  .map(([, letters = '', first = '', last = '']) => ({ column: columnOf(letters), from: Number(first) - 1, to: Number(last) - 1 }))
  .filter(({ from, to }) => to > from)

/** Cells that reach over several rows, by the name of their sheet. */
export function mergedIn({ workbook, relations, sheet }: Parts): Map<string, Merged[]> {
  const targets = new Map([...relations.matchAll(RELATION)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(xl\/)?/, '')]))
  return new Map([...workbook.matchAll(SHEET)].map(([tag]) => [unescaped(attribute(tag, 'name')), mergedOf(sheet(targets.get(attribute(tag, 'r:id')) ?? ''))]))
}

/**
 * The first cell's word in every row that it reaches over (B23): 颁证单位 that is written once for ten people is that of all ten. Sideways nothing is
 * filled: a title over the table is no header of each column.
 */
export function fillMerged(grid: string[][], merged: readonly Merged[]): string[][] {
  for (const { column, from, to } of merged) {
    const word = grid[from]?.[column] ?? ''
    const below = word === '' ? [] : grid.slice(from + 1, to + 1).filter((line) => (line[column] ?? '') === '')
    for (const line of below) line[column] = word
  }
  return grid
}
