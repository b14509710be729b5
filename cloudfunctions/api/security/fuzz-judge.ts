import * as v from 'valibot'
import type { Operation } from '../../../contract/operation'
import { operations } from '../operations'
import type { Asked } from './fuzz-calls'

/** What the gate may answer, with not a field more. */
const replySchema = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), data: v.unknown(), now: v.pipe(v.string(), v.isoTimestamp()) }),
  v.strictObject({ ok: v.literal(false), code: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*(\.[a-z][a-z-]*)*$/)), detail: v.record(v.string(), v.unknown()), now: v.pipe(v.string(), v.isoTimestamp()) }),
])
const httpSchema = v.strictObject({ isBase64Encoded: v.literal(false), statusCode: v.picklist([200, 204, 403, 405, 413]), headers: v.record(v.string(), v.string()), body: v.string() })

const byName = new Map<string, Operation>(operations.map(({ operation }) => [operation.name, operation]))

/** The operation that an answer belongs to, as the gate read it. */
const spoken = (event: unknown): string => {
  const operation = typeof event === 'object' && event !== null ? (event as { operation?: unknown }).operation : undefined
  return typeof operation === 'string' ? operation : ''
}

/** null: as promised. */
function wrongData(name: string, data: unknown): string | null {
  const operation = byName.get(name)
  if (!operation) return 'data for an operation that nobody knows'
  const parsed = v.safeParse(operation.output, data)
  if (!parsed.success) return `the output of ${name} is not as promised`
  return JSON.stringify(parsed.output) === JSON.stringify(data) ? null : `the output of ${name} holds a field too many`
}

/** `what` null: as promised. `code` and `status`: '' where there is none. */
export interface Judged { what: string | null; code: string; status: string }

const wrong = (what: string): Judged => ({ what, code: '', status: '' })

function judgedReply(reply: unknown, name: string, known: ReadonlySet<string>): Judged {
  const parsed = v.safeParse(replySchema, reply)
  if (!parsed.success) return wrong('not a reply of the contract')
  if (parsed.output.ok) return { what: wrongData(name, parsed.output.data), code: '', status: '' }
  const { code } = parsed.output
  return { what: known.has(code) && code !== 'unexpected' ? null : `refused with ${code}`, code, status: '' }
}

function spokenIn(text: string): string {
  try {
    return spoken(JSON.parse(text) as unknown)
  } catch {
    return ''
  }
}

function sentIn(event: unknown): string {
  const { body, isBase64Encoded } = event as { body?: string; isBase64Encoded?: boolean }
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '')
}

function judgedHttp(answer: object, event: unknown, known: ReadonlySet<string>): Judged {
  const http = v.safeParse(httpSchema, answer)
  if (!http.success) return wrong('not an HTTP answer of the contract')
  const { statusCode, body } = http.output
  const status = String(statusCode)
  if (statusCode !== 200) return { what: body === '' ? null : 'a refused request is answered with words', code: '', status }
  return { ...judgedReply(JSON.parse(body) as unknown, spokenIn(sentIn(event)), known), status }
}

const isHttp = (answer: unknown): answer is object => typeof answer === 'object' && answer !== null && 'statusCode' in answer

/** Is the answer one of the contract's, and nothing more? */
export const judged = (answer: unknown, { identity, event }: Asked, known: ReadonlySet<string>): Judged =>
  (identity.openid === '' && isHttp(answer) ? judgedHttp(answer, event, known) : judgedReply(answer, spoken(event), known))
