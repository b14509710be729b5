/** What is read at most: larger sheets are cut by their owner, not by chance. */
export const SHEET_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 5000,
  columns: 60,
  /** Of an .xlsx, which is an archive: entries, bytes of all of them unpacked. */
  entries: 1000,
  unpackedBytes: 64 * 1024 * 1024,
  /** Unpacked against packed, of files that are large enough to hurt. */
  ratio: 200,
} as const
