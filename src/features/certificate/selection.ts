/** What is ticked, by id, in the order of ticking. It knows no pages, so paging, searching and 刷新 cannot lose anything (S15). */
export type Selection<Row extends { id: string }> = readonly Row[]

export const isChosen = <Row extends { id: string }>(selection: Selection<Row>, id: string): boolean => selection.some((row) => row.id === id)

export const toggleRow = <Row extends { id: string }>(selection: Selection<Row>, row: Row): Selection<Row> =>
  isChosen(selection, row.id) ? selection.filter(({ id }) => id !== row.id) : [...selection, row]

/** none, some or all of a page, for the tick in the table's head. */
export function pageChosen<Row extends { id: string }>(selection: Selection<Row>, page: readonly Row[]): 'none' | 'some' | 'all' {
  const chosen = page.filter(({ id }) => isChosen(selection, id)).length
  if (chosen === 0) return 'none'
  return chosen === page.length ? 'all' : 'some'
}

/** The head's tick: takes the whole page, or gives it back when it is whole already. Other pages stay as they are. */
export function togglePage<Row extends { id: string }>(selection: Selection<Row>, page: readonly Row[]): Selection<Row> {
  if (pageChosen(selection, page) === 'all') return selection.filter(({ id }) => !isChosen(page, id))
  return [...selection, ...page.filter(({ id }) => !isChosen(selection, id))]
}
