import { createHash } from 'node:crypto'

/** What is printed on pictures, as a test or the console has said it. Nothing is ever read from the pixels. */
export interface PrintedTexts {
  /** `image`: the SHA-256 of its bytes in hex, or the end of its address (without the query). */
  set(image: string, lines: readonly string[]): void
  /** The lines of a picture; none when nobody has said any. */
  of(image: { bytes?: Buffer; url?: string }): string[]
  list(): Array<{ image: string; lines: string[] }>
  clear(): void
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const pathOf = (url: string): string => {
  const [address = ''] = url.split(/[?#]/)
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

export const createPrintedTexts = (): PrintedTexts => {
  const texts = new Map<string, string[]>()
  const byAddress = (url: string): string[] | undefined => [...texts].find(([image]) => pathOf(url).endsWith(image))?.[1]
  return {
    set: (image, lines) => void texts.set(image, [...lines]),
    of: ({ bytes, url }) => (bytes && texts.get(sha256(bytes))) ?? (url ? byAddress(url) : undefined) ?? [],
    list: () => [...texts].map(([image, lines]) => ({ image, lines: [...lines] })),
    clear: () => texts.clear(),
  }
}
