import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { channelsOfEnvironment } from './channels-in-force'
import { createGate, type Gate } from './gate'
import type { Registered } from './gate/verb'
import { http } from './gateways/http'
import { jsonLog } from './json-log'
import { openLines } from './lines'
import type { LineBook, Ports } from './ports'
import { nodeSecretBox } from './secret-box'
import { nodeSecrets } from './secrets'
import { KEYS, readSettings, requireSettings, type Environment, type KeyPurpose } from './settings'
import { openCloud } from './tcb/app'
import { cloudDocumentStore } from './tcb/document-store'
import { cloudFileStore } from './tcb/file-store'
import { cloudFunctions } from './tcb/functions'
import { identityOf } from './tcb/identity'

/** The request id of the call that is being worked. */
const running = new AsyncLocalStorage<string>()

/** Composition root: the only place that knows the real outside world. One connection per warm instance, made by its first call. */

export const environment: Environment = process.env

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })
/** Doubles from 25 ms, with up to as much again by chance, so that those who collided do not meet again. */
const backOff = (attempt: number): Promise<void> => pause((1 + Math.random()) * 25 * 2 ** (attempt - 1))

const text = (name: string): string => (environment[name] ?? '').trim()
/** `WECHAT_API` and `SMS_ENDPOINT` are the providers' own addresses unless set; without a slash at its end. */
const address = (name: string, otherwise: string): string => (text(name) || otherwise).replace(/\/$/, '')

function connectLines({ store, clock, settings, box }: Pick<Ports, 'store' | 'clock' | 'settings' | 'box'>): LineBook {
  const desk = {
    store, clock, http, box, otherwise: channelsOfEnvironment(environment), webOrigin: settings.webOrigin,
    wechatApi: address('WECHAT_API', 'https://api.weixin.qq.com'), smsEndpoint: address('SMS_ENDPOINT', 'https://sms.tencentcloudapi.com'),
  }
  return openLines(desk)
}

function connect(): Ports {
  const cloud = openCloud()
  const base = {
    store: cloudDocumentStore(cloud.database(), backOff), clock: { now: () => new Date(), elapsed: () => performance.now() },
    settings: readSettings(environment), box: nodeSecretBox(environment),
  }
  return {
    ...base,
    lines: connectLines(base),
    files: cloudFileStore(cloud),
    functions: cloudFunctions(cloud),
    chance: { newId: () => randomBytes(16).toString('hex'), bytes: (count) => randomBytes(count) },
    secrets: nodeSecrets(environment),
    log: jsonLog((line) => { console.log(line) }, () => running.getStore() ?? ''),
  }
}

let connected: Ports | null = null

/** The real ports. Throws a SettingsError when a key that the door signs with is missing. */
export function livePorts(purposes: readonly KeyPurpose[]): Ports {
  requireSettings(environment, purposes.map((purpose) => KEYS[purpose]))
  connected ??= connect()
  return connected
}

/** Who calls, as the cloud says it of this very call. */
export { identityOf }

type Main = (event: unknown, context: unknown) => Promise<unknown>

/** A door's `main`: every line of its log carries the request id of the call that wrote it. */
export const logged = (main: Main): Main => (event, context) => running.run(identityOf(context).requestId, () => main(event, context))

/** The door of the app: `main` of the `api` function. */
export function liveApi(operations: readonly Registered[]): (event: unknown, context: unknown) => Promise<unknown> {
  let gate: Gate | null = null
  return async (event, context) => {
    gate ??= createGate(operations, livePorts(['bind-code', 'session']))
    return gate(event, identityOf(context))
  }
}
