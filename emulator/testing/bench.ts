import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '../emulator'
import type { Emulator, EmulatorOptions } from '../options'
import type { Schema } from '../store/types'

/** One function of a test: its code (CommonJS, `cloudbase()` and `wechat()` give the real SDKs) and its `config.json`. */
export interface TestFunction { code: string; config?: Record<string, unknown> }

const sdks = (): string => `
const cloudbase = () => require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))})
const wechat = () => require(${JSON.stringify(require.resolve('wx-server-sdk'))})
const open = () => { const tcb = cloudbase(); return tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }) }
`

export const writeFunctions = (folder: string, functions: Readonly<Record<string, TestFunction>>): string => {
  mkdirSync(folder, { recursive: true })
  for (const [name, { code, config }] of Object.entries(functions)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.js'), sdks() + code)
    if (config) writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
  }
  return folder
}

export interface Bench {
  emulator: Emulator
  /** Starts again over the same data folder. */
  restart(): Promise<void>
  /** One call of the control interface (`'POST clock'`); `openid` is the WeChat user it is made as. */
  control(route: string, body?: unknown, openid?: string): Promise<{ status: number; json: unknown }>
  close(): Promise<void>
}

export interface BenchOptions extends Partial<Omit<EmulatorOptions, 'dataFolder' | 'functionsFolder'>> { functions: Readonly<Record<string, TestFunction>>; schema?: Schema }

/** An emulator of its own in a temporary folder, with the given functions. */
export const startBench = async ({ functions, ...options }: BenchOptions): Promise<Bench> => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  const functionsFolder = writeFunctions(join(folder, 'functions'), functions)
  const start = (): Promise<Emulator> => startEmulator({ dataFolder: join(folder, 'data'), functionsFolder, schema: {}, clientCallable: Object.keys(functions), ...options })
  const bench: Bench = {
    emulator: await start(),
    restart: async () => {
      await bench.emulator.close()
      bench.emulator = await start()
    },
    control: async (route, body, openid) => {
      const [method = '', path = ''] = route.split(' ')
      const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...(openid && { 'x-emulator-openid': openid }) }
      const reply = await fetch(`${bench.emulator.base}/_emulator/${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
      return { status: reply.status, json: await reply.json() }
    },
    close: async () => {
      await bench.emulator.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return bench
}
