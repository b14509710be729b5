import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Trigger { name: string; cron: string; message: string }

/** What the emulator knows of one function. */
export interface Manifest {
  name: string
  entry: string
  /** Milliseconds one call may take, loading not counted. */
  timeoutMs: number
  memoryMb: number
  triggers: readonly Trigger[]
  /** WeChat interfaces it may call, as `config.json` declares them. */
  openapi: readonly string[]
}

interface ConfigFile {
  timeout?: number
  memorySize?: number
  triggers?: Array<{ name?: string; type?: string; config?: string; message?: string }>
  permissions?: { openapi?: string[] }
}

const DEFAULT_TIMEOUT_S = 20
const DEFAULT_MEMORY_MB = 256

const readConfig = (folder: string): ConfigFile => {
  const file = join(folder, 'config.json')
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ConfigFile
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const triggersOf = (name: string, config: ConfigFile): Trigger[] => (config.triggers ?? []).map((trigger) => {
  if (trigger.type !== 'timer' || !trigger.config) throw new Error(`${name}: a trigger needs type "timer" and a cron in "config"`)
  return { name: trigger.name ?? name, cron: trigger.config, message: trigger.message ?? '' }
})

const manifestOf = (folder: string, name: string): Manifest => {
  const config = readConfig(join(folder, name))
  return {
    name,
    entry: resolve(folder, name, 'index.js'),
    timeoutMs: (config.timeout ?? DEFAULT_TIMEOUT_S) * 1000,
    memoryMb: config.memorySize ?? DEFAULT_MEMORY_MB,
    triggers: triggersOf(name, config),
    openapi: config.permissions?.openapi ?? [],
  }
}

/** Every subfolder with an `index.js` is a function. */
export const readManifests = (folder: string): Map<string, Manifest> => {
  if (!existsSync(folder)) throw new Error(`There is no folder of functions at ${folder}: build the functions first.`)
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.js'))).sort()
  return new Map(names.map((name) => [name, manifestOf(folder, name)]))
}
