import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock'
import { CloudError, codedError } from '../cloud-error'
import { createCallLog, type CallLog, type CallRecord } from './call-log'
import { environmentOf, type Identity } from './identity'
import { startInstance } from './instance'
import { readManifests, type Manifest } from './manifest'
import { createPool, unknownFunction, type Pool } from './pool'

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
  /** Ends every instance, so that the next call starts cold. */
  restart(): Promise<void>
}

/** CloudBase: EXCEED_MAX_PAYLOAD_SIZE, 6 MB for a request. */
const MAX_EVENT_BYTES = 6 * 1024 * 1024
const MAX_RESULT_BYTES = 6 * 1024 * 1024

const refuseLargeEvent = (event: string): void => {
  if (Buffer.byteLength(event) > MAX_EVENT_BYTES) throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the event is larger than 6 MB')
}
const refuseLargeResult = (result: string): string => {
  if (Buffer.byteLength(result) > MAX_RESULT_BYTES) throw new CloudError('EXCEED_MAX_RESPONSE_SIZE', 'the result is larger than 6 MB')
  return result
}

/** Set of calls under way that somebody can wait for. */
const createGathering = () => {
  const members = new Set<Promise<unknown>>()
  return {
    join: (work: Promise<unknown>): void => {
      members.add(work)
      const leave = (): void => { members.delete(work) }
      work.then(leave, leave)
    },
    dispersed: async (): Promise<void> => {
      while (members.size > 0) await Promise.allSettled([...members])
    },
  }
}

const openPools = (setup: FunctionsSetup, manifests: Map<string, Manifest>): Map<string, Pool> =>
  new Map([...manifests.values()].map((manifest) => {
    const start = () => startInstance({ manifest, workerFile: setup.workerFile, envId: setup.envId, clock: setup.clock.buffer, environment: setup.environment(manifest.name) })
    return [manifest.name, createPool(start, setup.instancesPerFunction)]
  }))

/** Hosts the functions of a folder, each in its own threads, and keeps a log of every call. */
export const hostFunctions = (setup: FunctionsSetup): Functions => {
  const manifests = readManifests(setup.folder)
  const pools = openPools(setup, manifests)
  const log = createCallLog()
  const holders = new Map<string, Invocation>()
  const ofTimers = createGathering()

  const poolOf = (name: string): Pool => {
    const pool = pools.get(name)
    if (!pool) throw unknownFunction(name)
    return pool
  }
  const runOnce = async (record: CallRecord, event: string, identity: Identity): Promise<string> => {
    const token = randomUUID()
    holders.set(token, { name: record.name, identity })
    try {
      return await poolOf(record.name).use((instance, cold) => {
        record.cold = cold
        const call = { event, environment: environmentOf(identity, token), requestId: record.requestId }
        return instance.call(call, (line) => record.lines.push(line))
      })
    } finally {
      holders.delete(token)
    }
  }
  const run = async (name: string, event: string, identity: Identity): Promise<string> => {
    const began = performance.now()
    const record: CallRecord = { requestId: randomUUID(), name, source: identity.source, openid: identity.openid, at: setup.clock.now().toISOString(), durationMs: 0, cold: false, code: 'OK', lines: [] }
    try {
      refuseLargeEvent(event)
      return refuseLargeResult(await runOnce(record, event, identity))
    } catch (thrown) {
      const { code, message } = codedError(thrown)
      Object.assign(record, { code, error: message })
      throw thrown
    } finally {
      record.durationMs = performance.now() - began
      log.add(record)
    }
  }
  return {
    log,
    manifests: () => [...manifests.values()],
    instances: (name) => pools.get(name)?.size() ?? 0,
    holder: (token) => holders.get(token),
    timersSettled: ofTimers.dispersed,
    invoke: (name, event, identity) => {
      const call = run(name, event, identity)
      if (identity.source.startsWith('wx_trigger')) ofTimers.join(call)
      return call
    },
    restart: async () => { await Promise.all([...pools.values()].map((pool) => pool.stop())) },
  }
}
