/** What makes Excel or WPS run a cell: = + - @, a tab or a return, also in full width. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/

/** A cell of a CSV that is text and nothing else: a leading sign that would run gets an apostrophe before it (architecture §8). */
export const plainCell = (text: string): string => (RUNS.test(text) ? `'${text}` : text)
