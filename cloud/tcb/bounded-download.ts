/** Milliseconds for one file. */
const TIMEOUT_MS = 15_000

async function bodyOf(answer: Response, maxBytes: number): Promise<Uint8Array | 'too-large'> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += part.length
    if (bytes > maxBytes) return 'too-large'
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Lets the connection go without the body. */
async function without<T>(answer: Response, result: T): Promise<T> {
  await answer.body?.cancel()
  return result
}

/**
 * What lies behind a temporary link; `null`: nothing. The length is looked at before the body is taken, and the body is cut where a wrong
 * length would let it go on. Throws when the storage refuses, without the address: it is a key.
 */
export async function boundedDownload(url: string, maxBytes: number): Promise<Uint8Array | 'too-large' | null> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (answer.status === 404) return without(answer, null)
  if (!answer.ok) throw new Error(await without(answer, `the storage answered ${answer.status}`))
  if (Number(answer.headers.get('content-length') ?? 0) > maxBytes) return without(answer, 'too-large' as const)
  return answer.body === null ? new Uint8Array(0) : bodyOf(answer, maxBytes)
}
