import { millimetres, type LabelSize } from './size'

/** A4 upright, in millimetres; most printers leave 5 mm at each edge white. */
export const A4 = { width: 210, height: 297, margin: 10 } as const

/** Labels on one page: as many as fit an A4 sheet, or one on a roll. */
export function labelsPerPage(size: LabelSize, paper: 'a4' | 'roll'): number {
  if (paper === 'roll') return 1
  const { width, height } = millimetres(size)
  return Math.floor((A4.width - 2 * A4.margin) / width) * Math.floor((A4.height - 2 * A4.margin) / height)
}

/** Each label so often as it is wanted, the copies side by side, page by page. */
export function pagesOf<Label>(labels: readonly Label[], { copies, perPage }: { copies: number; perPage: number }): Label[][] {
  const each = labels.flatMap((label) => Array.from({ length: copies }, () => label))
  return Array.from({ length: Math.ceil(each.length / perPage) }, (_, page) => each.slice(page * perPage, (page + 1) * perPage))
}
