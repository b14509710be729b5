import * as v from 'valibot'
import { callSchema, type Call, type Reply } from '../contract/call'
import { dayOf } from '../domain/kernel/civil-day'
import { fail, isFailure } from '../domain/kernel/failure'
import { change } from './gate/change'
import { bearerOf, httpCallOf, httpReply, isOwnPage, lastHop, type HttpCall, type HttpReply } from './gate/http'
import { countHourly } from './gate/hourly'
import type { Identity } from './gate/identity'
import { parseInput, parseOutput } from './gate/input'
import { maskedFor } from './gate/mask'
import { admit } from './gate/permission'
import { requestOf, type Answer } from './gate/requests'
import type { Registered, Scene, Work } from './gate/verb'
import type { Arrival, Visitor } from './gate/visitor'
import { recognise } from './gate/who'
import { isOversized, MOST_BODY } from './gate/size'
import type { Ports } from './ports'

/** The one way in. `event` is what the caller sent, `identity` what the cloud says of him. */
export type Gate = (event: unknown, identity: Identity) => Promise<Reply | HttpReply>

interface Door { verbs: ReadonlyMap<string, Registered>; ports: Ports }

export function createGate(operations: readonly Registered[], ports: Ports): Gate {
  const verbs = new Map(operations.map((verb) => [verb.operation.name, verb]))
  if (verbs.size !== operations.length) throw new TypeError('two verbs have one name')
  const door: Door = { verbs, ports }
  return (event, identity) => (identity.openid === '' ? fromWeb(door, event, identity) : fromWechat(door, event, identity))
}

/** A call by `wx.cloud.callFunction`: the cloud names the user. */
const fromWechat = (door: Door, event: unknown, identity: Identity): Promise<Reply> => {
  const { appId, openid, unionid } = identity
  return answer(door, identity, async () => {
    if (identity.anonymous || !door.ports.settings.miniAppIds.includes(appId)) fail('account.app-not-allowed')
    return handle(door, event, { way: 'wechat', key: `${appId}:${openid}`, appId, openid, unionid })
  })
}

/** A call by HTTP access: a session's token names the user, if he has one yet. */
async function fromWeb(door: Door, event: unknown, identity: Identity): Promise<Reply | HttpReply> {
  const call = httpCallOf(event)
  if (!call || identity.anonymous) return answer(door, identity, () => fail('account.unknown-caller'))
  const { webOrigin } = door.ports.settings
  const status = refusal(call, webOrigin)
  if (status !== null) return httpReply(call, webOrigin, { status })
  const visitor: Visitor = { way: 'web', key: `web:${identity.address || lastHop(call)}`, token: bearerOf(call) }
  return httpReply(call, webOrigin, { status: 200, body: await answer(door, identity, () => handle(door, jsonOf(call.body), visitor)) })
}

/** A status when nothing is to be run, else null. */
function refusal(call: HttpCall, webOrigin: string): number | null {
  if (call.method === 'OPTIONS') return webOrigin !== '' && call.header('origin') === webOrigin ? 204 : 403
  if (!isOwnPage(call, webOrigin)) return 403
  if (call.method !== 'POST') return 405
  return call.body.length > MOST_BODY ? 413 : null
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return fail('invalid-call')
  }
}

/** Runs one call and words its end: data, an expected failure, or `unexpected` with the run's name in the log. */
async function answer(door: Door, identity: Identity, run: () => Promise<Answer> | never): Promise<Reply> {
  const now = (): string => door.ports.clock.now().toISOString()
  try {
    const result = await run()
    if ('refused' in result) return { ok: false, ...result.refused, now: now() }
    return { ok: true, data: result.data, now: now() }
  } catch (thrown) {
    if (isFailure(thrown)) return { ok: false, code: thrown.code, detail: thrown.detail, now: now() }
    const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown))
    door.ports.log.error('unexpected', { requestId: identity.requestId, name, message, stack })
    return { ok: false, code: 'unexpected', detail: {}, now: now(), requestId: identity.requestId }
  }
}

/** The platform adds `userInfo` to a mini-program's call, and a client may add what he likes: all of it is dropped unread. */
const envelopeSchema = v.object(callSchema.entries)

async function handle(door: Door, event: unknown, visitor: Visitor): Promise<Answer> {
  const parsed = isOversized(event) ? null : v.safeParse(envelopeSchema, event)
  if (!parsed?.success) return fail('invalid-call')
  const verb = door.verbs.get(parsed.output.operation)
  if (!verb) return fail('operation.unknown')
  const { clock, log } = door.ports
  const started = clock.elapsed()
  try {
    const arrival = await recognise(visitor, door.ports)
    admit(arrival, verb.operation, clock.now())
    return await perform(door, parsed.output, { verb, arrival })
  } finally {
    log.info('call', { operation: verb.operation.name, way: visitor.way, ms: Math.round(clock.elapsed() - started) })
  }
}

async function perform({ ports }: Door, call: Call, { verb, arrival }: { verb: Registered; arrival: Arrival }): Promise<Answer> {
  const { operation } = verb
  const input = parseInput(operation.input, call.input)
  const now = ports.clock.now()
  const scene: Scene = { ...ports, now, today: dayOf(now) }
  await countHourly(operation, arrival, scene)
  if (!operation.changes) {
    const { output } = await verb.run(input, arrival, scene as Work<unknown>)
    return { data: maskedFor(operation, parseOutput(operation, output), arrival.caller?.role) }
  }
  const kept = call.requestId !== undefined && !verb.secret
  const request = kept ? requestOf({ owner: ownerOf(arrival), operation: operation.name, requestId: call.requestId ?? '', input }, ports.secrets) : null
  return change({ verb, input, arrival, scene, request })
}

/** Whose request it is: the account where the web knows one (addresses are shared), else the visitor. A WeChat user stays himself while he binds. */
const ownerOf = ({ visitor, caller }: Arrival): string => (visitor.way === 'web' && caller ? caller.accountId : visitor.key)
