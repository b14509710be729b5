import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock'
import { CloudError } from '../cloud-error'
import { createCallLog, keepLine, type CallLog, type CallRecord } from './call-log'
import { createGathering } from './gathering'
import { environmentOf, type Identity } from './identity'
import { startInstance } from './instance'
import { readManifests, type Manifest } from './manifest'
import { createPool, unknownFunction, type Pool } from './pool'
import { applies, switchedOff } from '../rules/rules'

export interface FunctionsSetup {
  folder: string
  workerFile: string
  envId: string
  clock: Clock
  instancesPerFunction: number
  /** Variables of the platform and of the project, per function. */
  environment: (name: string) => Record<string, string>
}

export interface Invocation { name: string; identity: Identity }

export interface Functions {
  readonly log: CallLog
  manifests(): Manifest[]
  instances(name: string): number
  /** Runs a function; `event` and the result are JSON text. Throws CloudError. */
  invoke(name: string, event: string, identity: Identity): Promise<string>
  /** The call under way that holds this token of the platform. */
  holder(token: string): Invocation | undefined
  /** Resolves when no call that a timer caused, however deep, is under way. */
  timersSettled(): Promise<void>
  /** Ends the instances of a function that are at work, as the platform may at any time; their calls fail. */
  kill(name: string): Promise<void>
  /** Ends every instance, so that the next call starts cold. */
  restart(): Promise<void>
  /** Ends every instance and refuses further calls. */
  close(): Promise<void>
}

/** CloudBase: EXCEED_MAX_PAYLOAD_SIZE, 6 MB for a request; as much for a result. */
const MAX_BYTES = 6 * 1024 * 1024

const SIZES = { 'function.event-size': 'EXCEED_MAX_PAYLOAD_SIZE', 'function.result-size': 'EXCEED_MAX_RESPONSE_SIZE' } as const

const refuseLarge = (text: string, rule: keyof typeof SIZES): string => {
  if (Buffer.byteLength(text) > MAX_BYTES && applies(rule)) throw new CloudError(SIZES[rule], 'more than 6 MB')
  return text
}

const openPools = (setup: FunctionsSetup, manifests: Map<string, Manifest>): Map<string, Pool> =>
  new Map([...manifests.values()].map((manifest) => {
    const start = () => startInstance({ manifest, workerFile: setup.workerFile, envId: setup.envId, clock: setup.clock.buffer, environment: setup.environment(manifest.name) })
    return [manifest.name, createPool(start, setup.instancesPerFunction)]
  }))

interface Run { event: string; identity: Identity; record: CallRecord }

/** Runs calls in the pools; each holds a token of the platform while it is under way. */
const runner = (pools: Map<string, Pool>, holders: Map<string, Invocation>) => async ({ event, identity, record }: Run): Promise<string> => {
  const pool = pools.get(record.name)
  if (!pool && !applies('function.not-found')) return 'null'
  if (!pool) throw unknownFunction(record.name)
  const token = randomUUID()
  holders.set(token, { name: record.name, identity })
  try {
    return await pool.use((instance, cold) => {
      record.cold = cold
      const call = { event, environment: environmentOf(identity, token), requestId: record.requestId, rulesOff: switchedOff() }
      return instance.call(call, (line) => keepLine(record, line))
    })
  } finally {
    holders.delete(token)
  }
}

/** Hosts the functions of a folder, each in its own threads, and keeps a log of every call. */
export const hostFunctions = (setup: FunctionsSetup): Functions => {
  const manifests = readManifests(setup.folder)
  const pools = openPools(setup, manifests)
  const log = createCallLog()
  const holders = new Map<string, Invocation>()
  const ofTimers = createGathering()
  const run = runner(pools, holders)
  const restart = async (): Promise<void> => { await Promise.all([...pools.values()].map((pool) => pool.stop())) }

  const invoke = (name: string, event: string, identity: Identity): Promise<string> => {
    const facts = { name, source: identity.source, openid: identity.openid, at: setup.clock.now().toISOString() }
    const call = log.record(facts, async (record) => {
      const result = await run({ event: refuseLarge(event, 'function.event-size'), identity, record })
      return refuseLarge(result, 'function.result-size')
    })
    if (identity.source.startsWith('wx_trigger')) ofTimers.join(call)
    return call
  }
  return {
    log,
    manifests: () => [...manifests.values()],
    instances: (name) => pools.get(name)?.size() ?? 0,
    holder: (token) => holders.get(token),
    timersSettled: ofTimers.dispersed,
    invoke,
    kill: async (name) => pools.get(name)?.kill(),
    restart,
    close: async () => {
      const stopping = restart()
      pools.clear()
      await stopping
    },
  }
}
