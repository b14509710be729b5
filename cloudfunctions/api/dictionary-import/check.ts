import type { DictionaryCells } from '../../../domain/dictionary/sheet-columns'
import { readEntries, type ReadEntries, type SheetWord } from '../../../domain/dictionary/sheet-row'
import { WORD_KINDS } from '../../../domain/dictionary/entry'
import { isExampleRow } from '../../../domain/sheet/plain-cells'
import type { RowProblem } from '../../../domain/sheet/row-problem'
import type { Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { SheetRow } from '../../../cloud/sheets/read-sheet'
import { wordsNamed } from '../../../cloud/repositories/dictionary'
import { nameKey, writableDepartments } from '../import/departments'
import type { CheckedRow } from '../import/sheet'

/** What a row becomes: up to one department and one word of each kind, none of which is there yet. */
export interface NewEntries { department: { name: string; parent: string } | null; words: SheetWord[] }

/** What is there by now, or will be by the rows before. */
interface Known { departments: Map<string, number>; words: Set<string> }
const wordKey = ({ kind, name }: SheetWord): string => `${kind}:${name}`

async function knownOf(rows: readonly ReadEntries[], caller: SignedIn, { store }: Scene): Promise<Known> {
  const departments = await writableDepartments(store, caller, 'device.write')
  const words = new Set<string>()
  for (const kind of WORD_KINDS) {
    const names = rows.flatMap((row) => row.words.filter((word) => word.kind === kind).map(({ name }) => name))
    for (const { name } of await wordsNamed(store, { institutionId: caller.institutionId, kind }, names)) words.add(wordKey({ kind, name }))
  }
  return { departments: new Map([...departments].map(([key, ids]) => [key, ids.length])), words }
}

function parentProblems({ parent, department }: ReadEntries, { departments }: Known): RowProblem[] {
  const there = parent === '' || department === '' ? 1 : departments.get(nameKey(parent)) ?? 0
  const code = there === 0 ? 'import.parent-unknown' : there > 1 ? 'import.department-several' : ''
  return code === '' ? [] : [{ field: 'parent', code, detail: parent }]
}

/** What of a row is new; the rows behind it know it too. */
function newOf(row: ReadEntries, known: Known): NewEntries {
  const words = row.words.filter((word) => !known.words.has(wordKey(word)))
  const isNew = row.department !== '' && !known.departments.has(nameKey(row.department))
  for (const word of words) known.words.add(wordKey(word))
  if (isNew) known.departments.set(nameKey(row.department), 1)
  return { department: isNew ? { name: row.department, parent: row.parent } : null, words }
}

const nothingNew = ({ department, words }: NewEntries, row: ReadEntries): RowProblem[] => {
  if (department !== null || words.length > 0) return []
  return [{ field: '', code: row.department === '' && row.words.length === 0 ? 'import.row-says-nothing' : 'import.word-there', detail: '' }]
}

/** Looks at every row of a sheet (B23): what it would become, or what is wrong with it. */
export async function checkEntries(sheet: ReadonlyArray<SheetRow<keyof DictionaryCells>>, caller: SignedIn, scene: Scene): Promise<Array<CheckedRow<NewEntries>>> {
  const read = sheet.filter(({ cells }) => !isExampleRow(cells)).map(({ row, cells }) => ({ row, entries: readEntries(cells) }))
  const known = await knownOf(read.map(({ entries }) => entries), caller, scene)
  return read.map(({ row, entries }) => {
    const wrong = [...entries.problems, ...parentProblems(entries, known)]
    const made = wrong.length > 0 ? null : newOf(entries, known)
    const problems = made === null ? wrong : nothingNew(made, entries)
    return { row, label: [entries.department, ...entries.words.map(({ name }) => name)].filter((name) => name !== '').join(' '), problems, ready: problems.length === 0 ? made : null }
  })
}
