import { createRequire } from 'node:module'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { openCell, readCell } from '../clock/cell'
import { installDate } from '../clock/emulated-date'
import type { CallMessage, InstanceData, InstanceMessage, LogLine } from './worker-protocol'
import { applies, fieldsThatApply, switchOff } from '../rules/rules'

/** One function instance: its own thread, its own environment, one call at a time. */
type Main = (event: unknown, context: Record<string, unknown>) => unknown

const data = workerData as InstanceData
const tell = (message: InstanceMessage): void => parentPort?.postMessage(message)

const cell = openCell(data.clock)
const realNow = Date.now.bind(Date)
installDate(() => readCell(cell, realNow()))

const capture = (level: LogLine['level']) => (...args: unknown[]): void => tell({ kind: 'log', line: { level, text: format(...args) } })
Object.assign(console, { debug: capture('debug'), log: capture('info'), info: capture('info'), warn: capture('warn'), error: capture('error') })

let lastNames: string[] = []
const setIdentity = (environment: Record<string, string>): void => {
  if (applies('identity.per-call')) for (const name of lastNames) delete process.env[name]
  Object.assign(process.env, environment)
  lastNames = Object.keys(environment)
}

const contextOf = (call: CallMessage): Record<string, unknown> => fieldsThatApply<unknown>('context', {
  callbackWaitsForEmptyEventLoop: false,
  memory_limit_in_mb: data.memoryMb,
  time_limit_in_ms: data.timeoutMs,
  request_id: call.requestId,
  function_name: data.name,
  function_version: '$LATEST',
  namespace: data.envId,
  tencentcloud_region: process.env.TENCENTCLOUD_REGION,
  environment: JSON.stringify(call.environment),
})

const textOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown))

const serve = async (main: Main, call: CallMessage): Promise<void> => {
  try {
    switchOff(call.rulesOff ?? [])
    setIdentity({ ...call.environment, SCF_REQUESTID: call.requestId })
    const result = await main(JSON.parse(call.event), contextOf(call))
    if (result === undefined && !applies('function.undefined')) throw new Error('no result')
    tell({ kind: 'result', result: JSON.stringify(result) ?? 'null' })
  } catch (thrown) {
    tell({ kind: 'error', error: textOf(thrown) })
  }
}

const load = (): Main => {
  const loaded = createRequire(data.entry)(data.entry) as { main?: unknown }
  if (typeof loaded.main !== 'function') throw new Error(`${data.name}: index.js exports no function "main"`)
  return loaded.main as Main
}

try {
  const main = load()
  parentPort?.on('message', (call: CallMessage) => void serve(main, call))
  tell({ kind: 'ready' })
} catch (thrown) {
  tell({ kind: 'failed-to-load', error: textOf(thrown) })
}
