import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { codedError } from '../cloud-error'
import { readIncoming, type Incoming } from './incoming'
import { isLoopbackHost } from './loopback'
import { jsonReply, send, type Reply } from './reply'

export type Handler = (incoming: Incoming) => Promise<Reply> | Reply

/** Longer than the SDK keeps a free connection (4.8 s): it is always the client that lets go. */
const KEEP_ALIVE_MS = 65_000
const TRIES = 50

const statusOf = (code: string): number => {
  if (code === 'EXCEED_REQUEST_SIZE_LIMIT') return 413
  return code === 'SYS_ERR' ? 500 : 400
}

const answer = async (request: IncomingMessage, handle: Handler): Promise<Reply> => {
  if (!isLoopbackHost(String(request.headers.host ?? ''))) return jsonReply(403, { code: 'INVALID_HOST', message: 'only by a loopback address' })
  try {
    return await handle(readIncoming(request))
  } catch (thrown) {
    const { code, message } = codedError(thrown)
    return jsonReply(statusOf(code), { code, message })
  }
}

const serve = (handle: Handler) => (request: IncomingMessage, response: ServerResponse): void => {
  void answer(request, handle).then((reply) => send(response, reply, request.method === 'HEAD'))
}

const listenOn = (server: Server, port: number): Promise<number> => new Promise((resolve, reject) => {
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject)
    resolve((server.address() as AddressInfo).port)
  })
})

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'EADDRINUSE'

const tryPort = async (server: Server, port: number): Promise<number | undefined> => {
  try {
    return await listenOn(server, port)
  } catch (error) {
    if (isTaken(error)) return undefined
    throw error
  }
}

const closeServer = (server: Server): Promise<void> => new Promise((resolve) => {
  server.close(() => resolve())
  server.closeAllConnections()
})

/** Listens on loopback. A taken port is said through `onNotice` and the next one is tried. */
export const listen = async (handle: Handler, port: number, onNotice: (sentence: string) => void): Promise<{ port: number; close(): Promise<void> }> => {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, serve(handle))
  for (let wanted = port; wanted < port + TRIES; wanted += 1) {
    const found = await tryPort(server, wanted)
    if (found === undefined) continue
    if (found !== port && port !== 0) onNotice(`Port ${port} is taken, using ${found}.`)
    return { port: found, close: () => closeServer(server) }
  }
  throw new Error(`No free port from ${port} to ${port + TRIES - 1}.`)
}
