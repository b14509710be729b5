import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { median, type Figures } from './figures'

const RUNS = 9

/** Milliseconds to load one bundle in a fresh process, the process's own start not counted. */
const loadMs = (file: string, env: NodeJS.ProcessEnv): number => {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(resolve(file))});process.stdout.write(String(Number(process.hrtime.bigint()-t)/1e6));process.exit(0)`
  return Number(execFileSync(process.execPath, ['-e', script], { env: { ...process.env, ...env }, encoding: 'utf8' }).match(/[\d.]+$/)?.[0])
}

const bareSdk = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'sdk.js')
  await build({ stdin: { contents: "exports.sdk = require('@cloudbase/node-sdk')", resolveDir: process.cwd() }, outfile, bundle: true, platform: 'node', target: 'node18', format: 'cjs', minify: true, logLevel: 'error' })
  return outfile
}

/** How much longer `api` takes to load than the SDK that it cannot do without. */
export const measureColdStart = async (): Promise<Figures> => {
  const folder = mkdtempSync(join(tmpdir(), 'cold-'))
  try {
    const bare = await bareSdk(folder)
    const keys = { CODE_KEY: 'k', SESSION_KEY: 'k', DELIVER_KEY: 'k', MINI_APP_IDS: 'wx', TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'bench' }
    const samples = Array.from({ length: RUNS }, () => ({ api: loadMs('dist/cloudfunctions/api/index.js', keys), sdk: loadMs(bare, keys) }))
    const api = median(samples.map((sample) => sample.api))
    const sdk = median(samples.map((sample) => sample.sdk))
    return { 'functions.api.coldMs': api, 'functions.sdk.coldMs': sdk, 'functions.api.coldRatio': api / sdk }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
