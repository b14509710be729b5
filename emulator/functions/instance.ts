import { Worker } from 'node:worker_threads'
import { CloudError } from '../cloud-error'
import type { Manifest } from './manifest'
import type { CallMessage, InstanceData, InstanceMessage, LogLine } from './worker-protocol'
import { applies } from '../rules/rules'

export interface InstanceSetup {
  manifest: Manifest
  workerFile: string
  envId: string
  clock: SharedArrayBuffer
  /** Configured variables and those of the platform; identity comes with each call. */
  environment: Record<string, string>
}

export interface Instance {
  /** Runs one call; a second one before the first has ended is a mistake. Resolves to the result as JSON text. */
  call(message: CallMessage, onLog: (line: LogLine) => void): Promise<string>
  isAlive(): boolean
  stop(): Promise<void>
}

interface Waiting { resolve(result: string): void; reject(error: Error): void; onLog(line: LogLine): void }

const executeFail = (error: string): CloudError => new CloudError('FUNCTIONS_EXECUTE_FAIL', error)

const deathOf = (error: Error & { code?: string }, manifest: Manifest): CloudError => (error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  ? new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `${manifest.name} needs more than ${manifest.memoryMb} MB`)
  : executeFail(error.stack ?? error.message))

const startWorker = ({ manifest, workerFile, envId, clock, environment }: InstanceSetup): Worker => {
  const data: InstanceData = { entry: manifest.entry, name: manifest.name, memoryMb: manifest.memoryMb, timeoutMs: manifest.timeoutMs, envId, clock }
  const worker = new Worker(workerFile, {
    workerData: data,
    env: { ...environment, TZ: 'UTC' },
    resourceLimits: applies('function.memory') ? { maxOldGenerationSizeMb: manifest.memoryMb } : undefined,
    stdout: true,
    stderr: true,
  })
  // What a function writes past the console is thrown away, and must not pile up.
  worker.stdout.resume()
  worker.stderr.resume()
  return worker
}

/** Where a call waits for its answer, and what is known of the instance's life. */
interface Life {
  settle(end: (call: Waiting) => void): void
  die(error: CloudError): void
  death(): CloudError | undefined
  wait(onLog: (line: LogLine) => void): Promise<string>
  loaded(): void
  ready: Promise<void>
  log(line: LogLine): void
}

const beginLife = (): Life => {
  let death: CloudError | undefined
  let waiting: Waiting | undefined
  let loaded = (): void => undefined
  const ready = new Promise<void>((resolve) => { loaded = resolve })
  const settle = (end: (call: Waiting) => void): void => {
    const call = waiting
    waiting = undefined
    if (call) end(call)
  }
  return {
    settle,
    die: (error) => {
      death ??= error
      loaded()
      settle((call) => call.reject(error))
    },
    death: () => death,
    wait: (onLog) => new Promise<string>((resolve, reject) => { waiting = { resolve, reject, onLog } }),
    loaded: () => loaded(),
    ready,
    log: (line) => waiting?.onLog(line),
  }
}

const listen = (worker: Worker, life: Life, manifest: Manifest): void => {
  const hear: { [K in InstanceMessage['kind']]: (message: Extract<InstanceMessage, { kind: K }>) => void } = {
    ready: life.loaded,
    'failed-to-load': ({ error }) => life.die(executeFail(error)),
    log: ({ line }) => life.log(line),
    result: ({ result }) => life.settle((call) => call.resolve(result)),
    error: ({ error }) => life.settle((call) => (applies('function.throws') ? call.reject(executeFail(error)) : call.resolve('null'))),
  }
  worker.on('message', (message: InstanceMessage) => (hear[message.kind] as (message: InstanceMessage) => void)(message))
  worker.on('error', (error) => life.die(deathOf(error, manifest)))
  worker.on('exit', () => life.die(executeFail(`${manifest.name}: the instance ended before it answered`)))
}

/** Starts a thread for one function. It loads the bundle at once; what fails there fails the first call. */
export const startInstance = (setup: InstanceSetup): Instance => {
  const { manifest } = setup
  const worker = startWorker(setup)
  const life = beginLife()
  listen(worker, life, manifest)
  const stop = async (): Promise<void> => { await worker.terminate() }
  const expire = (): void => {
    if (!applies('function.time-out')) return
    life.die(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${manifest.timeoutMs / 1000} seconds`))
    void stop()
  }
  return {
    isAlive: () => !life.death(),
    stop,
    call: async (message, onLog) => {
      const answer = life.wait(onLog)
      answer.catch(() => undefined)
      await life.ready
      const death = life.death()
      if (death) throw death
      const timer = setTimeout(expire, manifest.timeoutMs)
      worker.postMessage(message)
      return answer.finally(() => clearTimeout(timer))
    },
  }
}
