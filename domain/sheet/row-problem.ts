/** What is wrong with one row of an import: `field` is a column's key, `detail` what stood there, for the words. */
export interface RowProblem { field: string; code: string; detail: string }

/** The same words twice in one column of a file: the later row says which one was first. Empty cells are never the same. */
export function repeatedIn(field: string, code: string): (row: number, said: string) => RowProblem[] {
  const first = new Map<string, number>()
  return (row, said) => {
    const before = said === '' ? undefined : first.get(said)
    if (before === undefined) first.set(said, row)
    return before === undefined ? [] : [{ field, code, detail: String(before) }]
  }
}

export type ProblemWords = Readonly<Record<string, string | ((said: string) => string)>>

/** Tells one problem of one row: the column, what is wrong, what to do. */
export function problemWordsOf(words: ProblemWords, columns: ReadonlyArray<{ key: string; header: string }>): (problem: RowProblem) => string {
  const headers = new Map(columns.map(({ key, header }) => [key, header]))
  return ({ field, code, detail }) => {
    const known = words[code] ?? '这一项填得不对，请检查'
    const said = typeof known === 'string' ? known : known(detail)
    const header = headers.get(field)
    return header === undefined ? said : `${header}：${said}`
  }
}
