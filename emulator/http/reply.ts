import type { ServerResponse } from 'node:http'

export interface Reply {
  status: number
  headers: Record<string, string | string[]>
  body: Buffer | string
  /** Ends the connection instead of answering. */
  cut?: boolean
}

export const jsonReply = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
})

export const textReply = (status: number, text: string): Reply => ({ status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text })

export const bytesReply = (bytes: Buffer, type: string): Reply => ({ status: 200, headers: { 'content-type': type }, body: bytes })

export const send = (response: ServerResponse, reply: Reply, isHead: boolean): void => {
  if (reply.cut) {
    response.destroy()
    return
  }
  const length = Buffer.byteLength(reply.body)
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(length) })
  response.end(isHead ? undefined : reply.body)
}
