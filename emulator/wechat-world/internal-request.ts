import type { Incoming } from '../http/incoming'

/** A request that a provider's server makes to an HTTP access path: a GET without a body, a POST of JSON with one. */
export const internalRequest = (path: string, query: Record<string, string>, body?: string): Incoming => {
  const headers = { host: 'emulator', 'user-agent': 'Mozilla/4.0', ...(body !== undefined && { 'content-type': 'application/json' }) }
  return {
    method: body === undefined ? 'GET' : 'POST',
    path,
    query: new URLSearchParams(query),
    headers,
    header: (name) => String((headers as Record<string, string>)[name] ?? ''),
    body: () => Promise.resolve(Buffer.from(body ?? '')),
  }
}
