import { SHEET_LIMITS } from './limits'

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

/** UTF-8, with or without its mark, or UTF-16 with one; what is neither is GBK, as Excel in China saves it. */
export function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** One row more than may be, so that too many show. */
const ROWS = SHEET_LIMITS.rows + 50

/** Cells of a CSV: separated by comma, semicolon or tab, quoted where it must be. */
export async function csvGrid(bytes: Uint8Array): Promise<string[][]> {
  const { default: papa } = await import('papaparse')
  return papa.parse<string[]>(textOf(bytes), { preview: ROWS, delimitersToGuess: [',', '\t', ';'] }).data
}
