import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Timer { name: string; cron: string }

/** A built function and everything that the cloud must know of it. */
export interface Door {
  name: string
  /** Its folder with index.js, ready to upload. */
  folder: string
  timeoutSeconds: number
  memoryMb: number
  timers: readonly Timer[]
  /** Path of its HTTP route; null when nobody reaches it from outside. */
  path: string | null
  /** May the mini-program call it? */
  clientCallable: boolean
  /** Environment variables that its bundle names. */
  variables: readonly string[]
  /** SHA-256 of its code. */
  hash: string
}

interface ConfigFile {
  timeout: number
  memorySize: number
  triggers?: ReadonlyArray<{ name: string; type: string; config: string }>
  access?: { client: boolean; path?: string }
}

const namedIn = (code: string, vocabulary: readonly string[]): string[] =>
  vocabulary.filter((name) => new RegExp(`(?<![A-Z0-9_])${name}(?![A-Z0-9_])`).test(code))

function doorOf(folder: string, name: string, vocabulary: readonly string[]): Door {
  const own = join(folder, name)
  const config = JSON.parse(readFileSync(join(own, 'config.json'), 'utf8')) as ConfigFile
  const code = readFileSync(join(own, 'index.js'), 'utf8')
  return {
    name,
    folder: own,
    timeoutSeconds: config.timeout,
    memoryMb: config.memorySize,
    timers: (config.triggers ?? []).map((trigger) => ({ name: trigger.name, cron: trigger.config })),
    path: config.access?.path ?? null,
    clientCallable: config.access?.client ?? false,
    variables: namedIn(code, vocabulary),
    hash: createHash('sha256').update(code).digest('hex'),
  }
}

/** Every built function under `folder`. Which variables it needs is read off its bundle, so that no list of it can go stale. */
export function readDoors(folder: string, vocabulary: readonly string[] = []): Door[] {
  if (!existsSync(folder)) throw new Error(`There is no folder of functions at ${folder}: build the functions first.`)
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.js'))).sort()
  return names.map((name) => doorOf(folder, name, vocabulary))
}
