import { codedError } from '../cloud-error'
import { isFromForeignPage } from '../http/loopback'
import type { Incoming } from '../http/incoming'
import { jsonReply, type Reply } from '../http/reply'
import { isRefusal, isReply, type ControlCall, type ControlHandler, type ControlRoutes } from './routes'

export const CONTROL_PATH = '/_emulator'

const STATUS: Readonly<Record<string, number>> = {
  FUNCTION_NOT_FOUND: 404, DATABASE_COLLECTION_NOT_EXIST: 404, STORAGE_FILE_NONEXIST: 404,
  PERMISSION_DENIED: 403,
  INVALID_PARAM: 400,
  EXCEED_REQUEST_SIZE_LIMIT: 413, EXCEED_MAX_PAYLOAD_SIZE: 413,
}

interface Found { handler: ControlHandler; tail: string }

const find = (routes: ControlRoutes, method: string, path: string): Found | undefined => {
  const exact = routes[`${method} ${path}`]
  if (exact) return { handler: exact, tail: '' }
  const slash = path.indexOf('/')
  const open = slash > 0 ? routes[`${method} ${path.slice(0, slash)}/*`] : undefined
  return open ? { handler: open, tail: path.slice(slash + 1) } : undefined
}

/** A POST carries JSON whatever its content type says, as `curl -d` sends it; pages of other origins were refused before. */
const bodyOf = async (incoming: Incoming): Promise<ControlCall['body'] | undefined> => {
  if (incoming.method !== 'POST') return {}
  const text = (await incoming.body()).toString('utf8')
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ControlCall['body']) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const run = async ({ handler, tail }: Found, incoming: Incoming): Promise<Reply> => {
  const body = await bodyOf(incoming)
  if (!body) return jsonReply(400, { code: 'INVALID_PARAM', message: 'the body must be a JSON object' })
  const answer = await handler({ incoming, tail, body })
  if (isReply(answer)) return answer
  if (isRefusal(answer)) return jsonReply(answer.refused, { code: answer.code, message: answer.message })
  return jsonReply(200, answer ?? { ok: true })
}

/** The control interface: JSON in, JSON out, refused to pages of other origins. `otherwise` serves the console's files. */
export const serveControl = (routes: ControlRoutes, otherwise: (incoming: Incoming) => Promise<Reply | undefined>) => async (incoming: Incoming): Promise<Reply> => {
  if (isFromForeignPage(incoming)) return jsonReply(403, { code: 'PERMISSION_DENIED', message: 'only from the same origin' })
  const found = find(routes, incoming.method, incoming.path.slice(CONTROL_PATH.length + 1))
  try {
    if (found) return await run(found, incoming)
    return (await otherwise(incoming)) ?? jsonReply(404, { code: 'NOT_FOUND', message: `no ${incoming.method} ${incoming.path}` })
  } catch (thrown) {
    const { code, message } = codedError(thrown)
    return jsonReply(STATUS[code] ?? 500, { code, message })
  }
}
