import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { schema } from '../cloud/schema'
import type { Door } from './doors'
import type { DeployedCollection, DeployedFunction, Environment } from './resources'

/** Closed to clients: only functions read and write (architecture §8). */
const CLOSED = 'ADMINONLY'

type Values = Readonly<Record<string, string | undefined>>

const variablesOf = (door: Door, values: Values): Record<string, string> => ({
  ...Object.fromEntries(door.variables.flatMap((name) => (values[name] ? [[name, values[name]]] : []))),
  CODE_SHA256: door.hash,
})

const functionOf = (door: Door, values: Values): DeployedFunction => ({
  hash: door.hash, timeoutSeconds: door.timeoutSeconds, memoryMb: door.memoryMb, timers: door.timers, variables: variablesOf(door, values),
})

const collections = (): Map<string, DeployedCollection> => new Map(Object.entries(schema).map(([name, { indexes }]) =>
  [name, { access: CLOSED, indexes: indexes.map(({ name: index, fields, unique }) => ({ name: index, fields, unique: unique ?? false })) }]))

/** `{"*": {"invoke": false}, "api": {"invoke": true}}`: everybody may knock at `api`, whose gate decides; nothing else can be called by a client. */
const functionRule = (doors: readonly Door[]): string => JSON.stringify(Object.fromEntries([
  ['*', { invoke: false }],
  ...doors.filter(({ clientCallable }) => clientCallable).map(({ name }) => [name, { invoke: true }]),
]))

const filesUnder = (folder: string): string[] => readdirSync(folder, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))

const siteOf = (folder: string): Map<string, string> => new Map(filesUnder(folder).sort().map((file) =>
  [relative(folder, file).replaceAll('\\', '/'), createHash('md5').update(readFileSync(file)).digest('hex')]))

/** What the environment must hold: derived from the built bundles, the schema and the built web edition, so that nothing is listed twice. */
export const desiredEnvironment = (doors: readonly Door[], siteFolder: string, values: Values): Environment => ({
  functions: new Map(doors.map((door) => [door.name, functionOf(door, values)])),
  collections: collections(),
  functionRule: functionRule(doors),
  storageAccess: CLOSED,
  routes: new Map(doors.flatMap(({ name, path }) => (path === null ? [] : [[path, name] as const]))),
  site: siteOf(siteFolder),
})
