import { inEmulator } from './fact'
import { signedPost } from './signed-post'
import type { Site } from './site'
import { ERRORS, inSdk, seen } from './sources'

const POST = seen('1.3', 'POST, content-type: application/json; authorization: TC3-HMAC-SHA256 Credential={id}/{YYYY-MM-DD}/tcb/tc3_request')
const REPLY = seen('1.3', 'Reply: HTTP 200 always; success {requestId, data:{…}}; error {requestId, code:"STRING", message}')

interface Answer { status: number; json: { requestId?: string; code?: string; data?: { list?: string[] } } }

const send = async (site: Site, body: unknown, how: Parameters<typeof signedPost>[2] = {}): Promise<Answer> => {
  const reply = await signedPost(site.bench().emulator.base, typeof body === 'string' ? body : JSON.stringify(body), how)
  return { status: reply.status, json: (await reply.json()) as Answer['json'] }
}

const reading = { action: 'database.getDocument', collectionName: 'contract_things' }

export const wireFacts = inEmulator(
  ['a request that is not signed is refused', 'wire.signed', POST, async (site) => {
    expect((await send(site, reading, { authorization: '' })).json.code).toBe('SIGN_PARAM_INVALID')
  }],
  ['a request signed by another key is refused', 'wire.signature', POST, async (site) => {
    expect((await send(site, reading, { secretKey: 'another' })).json.code).toBe('SIGN_PARAM_INVALID')
  }],
  ['a body that is no JSON object is refused', 'wire.object', ERRORS, async (site) => {
    expect((await send(site, '{"action":')).json.code).toBe('INVALID_PARAM')
  }],
  ['an unknown action is refused', 'wire.actions', ERRORS, async (site) => {
    expect((await send(site, { action: 'database.guessDocument' })).json.code).toBe('INVALID_ACTION')
  }],
  ['a refusal has status 200, its code is in the body', 'wire.status', REPLY, async (site) => {
    const { status, json } = await send(site, { ...reading, collectionName: 'contract_nowhere' })
    expect([status, json.code]).toEqual([200, 'DATABASE_COLLECTION_NOT_EXIST'])
  }],
  ['every reply carries a requestId, and the SDK hands it on', 'wire.request-id', REPLY, async (site) => {
    expect((await (await site.things()).get()).requestId).toEqual(expect.stringMatching(/./))
  }],
  ['a request above the size is refused', 'wire.size', ERRORS, async (site) => {
    expect((await send(site, { ...reading, filler: 'x'.repeat(21 * 1024 * 1024) })).json.code).toBe('EXCEED_REQUEST_SIZE_LIMIT')
  }],
  ['a negative offset is refused', 'wire.whole-numbers', ERRORS, async (site) => {
    expect((await send(site, { ...reading, offset: -1 })).json.code).toBe('INVALID_PARAM')
  }],
  ['a page without a limit holds 100, whether the SDK asks for it or the server knows', 'page.default', inSdk('1.5', '`limit()` above 1000 is clamped silently; default 100 when omitted'), async (site) => {
    const things = await site.things(...Array.from({ length: 101 }, (_, n) => ({ n })))
    expect((await things.get()).data).toHaveLength(100)
    expect((await send(site, reading)).json.data?.list).toHaveLength(100)
  }],
  ['a limit above 1000 is refused; the SDK clamps to it', 'page.most', inSdk('1.5', '`limit()` above 1000 is clamped silently; default 100 when omitted'), async (site) => {
    expect((await send(site, { ...reading, limit: 1001 })).json.code).toBe('INVALID_PARAM')
    expect((await (await site.things({ _id: 'a' })).limit(5000).get()).data).toHaveLength(1)
  }],
  ['documents are canonical EJSON: a number says of which kind it is', 'wire.canonical', seen('1.4', 'canonical: `relaxed:false`; numbers `{"$numberInt"|"$numberLong"|"$numberDouble":"…"}`'), async (site) => {
    await site.things({ _id: 'a', n: 1 })
    expect((await send(site, reading)).json.data?.list).toEqual(['{"_id":"a","n":{"$numberInt":"1"}}'])
  }],
  ['a regular expression of the SDK is one for the database', 'wire.regexp', seen('1.4', 'regex `{"$regularExpression":{"pattern","options"}}`'), async (site) => {
    const things = await site.things({ _id: 'a', name: 'Lamp' }, { _id: 'b', name: 'clamp' })
    expect((await things.where({ name: site.db.RegExp({ regexp: '^la', options: 'i' }) }).get()).data).toEqual([{ _id: 'a', name: 'Lamp' }])
  }],
)
