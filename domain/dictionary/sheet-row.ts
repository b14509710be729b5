import { tidy } from '../kernel/text'
import { isBlankCell } from '../sheet/plain-cells'
import { checkWord, WORD_KINDS, type WordKind } from './entry'
import type { DictionaryCells } from './sheet-columns'
import type { RowProblem } from '../sheet/row-problem'

export interface SheetWord { kind: WordKind; name: string }

/** A row as its cells alone say it: up to one entry of each dictionary. */
export interface ReadEntries { department: string; parent: string; words: SheetWord[]; problems: RowProblem[] }

const textOf = (cell: string): string => (isBlankCell(cell) ? '' : tidy(cell))

/** What the cells of one row say (B23). */
export function readEntries(cells: DictionaryCells): ReadEntries {
  const department = textOf(cells.department)
  const parent = textOf(cells.parent)
  const words = WORD_KINDS.map((kind) => ({ kind, name: textOf(cells[kind]) })).filter(({ name }) => name !== '')
  const tooLong = [{ kind: 'department', name: department }, ...words].filter(({ name }) => name !== '' && checkWord(name) !== null)
  const problems = tooLong.map(({ kind }) => ({ field: kind as string, code: 'dictionary.name-too-long', detail: '' }))
  if (parent !== '' && department === '') problems.push({ field: 'department', code: 'import.child-missing', detail: parent })
  return { department, parent, words, problems }
}
