import { plainCell } from '../../domain/sheet/formula'

const QUOTED = /[",\r\n]|^\s|\s$/
const cell = (text: string): string => {
  const plain = plainCell(text)
  return QUOTED.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** A CSV that Excel in China opens without a question: UTF-8 with its mark; no cell runs as a formula (architecture §8). */
export const writeCsv = (rows: ReadonlyArray<readonly string[]>): Uint8Array =>
  new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`)
