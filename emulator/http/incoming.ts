import type { IncomingMessage } from 'node:http'
import { CloudError } from '../cloud-error'

/** One request, read as far as its handler wants. */
export interface Incoming {
  method: string
  /** Decoded path, always beginning with `/`. */
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  /** A header as one text; '' if absent. */
  header(name: string): string
  /** The whole body; above `limit` bytes (default 20 MB) it is refused without being kept. */
  body(limit?: number): Promise<Buffer>
}

const DEFAULT_LIMIT = 20 * 1024 * 1024

const tooLarge = (limit: number): CloudError => new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `the request is larger than ${limit} bytes`)

const readBody = (request: IncomingMessage, limit: number): Promise<Buffer> => new Promise((resolve, reject) => {
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  })
  request.on('end', () => (size <= limit ? resolve(Buffer.concat(chunks)) : reject(tooLarge(limit))))
  request.on('error', reject)
})

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new CloudError('INVALID_PARAM', 'the path is malformed')
  }
}

export const readIncoming = (request: IncomingMessage): Incoming => {
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s)
  return {
    method: request.method ?? 'GET',
    path: decoded(path),
    query: new URLSearchParams(search),
    headers: request.headers,
    header: (name) => String(request.headers[name] ?? ''),
    body: (limit = DEFAULT_LIMIT) => readBody(request, limit),
  }
}
