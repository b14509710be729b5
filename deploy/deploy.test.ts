import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema } from '../cloud/schema'
import { deploy } from './deploy'
import { desiredEnvironment } from './desired'
import { difference, EMPTY_ENVIRONMENT, type Step } from './difference'
import { readDoors } from './doors'
import type { Management } from './management'
import type { DeployedFunction, Environment } from './resources'
import { NEVER_IN_PRODUCTION, VARIABLES } from './variables'

const folder = mkdtempSync(join(tmpdir(), 'deploy-'))
const door = (name: string, config: object, code: string): void => {
  mkdirSync(join(folder, 'functions', name), { recursive: true })
  writeFileSync(join(folder, 'functions', name, 'config.json'), JSON.stringify(config))
  writeFileSync(join(folder, 'functions', name, 'index.js'), code)
}
door('api', { timeout: 20, memorySize: 256, access: { client: true, path: '/api' } }, 'a.CODE_KEY;a.MINI_APP_IDS;t("SMS_SECRET_KEY_OLD")')
door('remind', { timeout: 60, memorySize: 256, triggers: [{ name: 'remind', type: 'timer', config: '0 * * * * * *' }] }, 'a.DELIVER_KEY')
mkdirSync(join(folder, 'site'))
writeFileSync(join(folder, 'site', 'index.html'), '<html></html>')

const values = { CODE_KEY: 'secret-1', DELIVER_KEY: 'secret-2', MINI_APP_IDS: 'wx1' }
const doors = () => readDoors(join(folder, 'functions'), VARIABLES.map(({ name }) => name))
const wanted = () => desiredEnvironment(doors(), join(folder, 'site'), values)

/** The management end in memory: does what each step says and nothing else. */
function environment(): Management & { state: () => Environment } {
  const functions = new Map<string, DeployedFunction>()
  const collections = new Map<string, { access: string; indexes: Environment['collections'] extends ReadonlyMap<string, infer C> ? C extends { indexes: infer I } ? I : never : never }>()
  const routes = new Map<string, string>()
  const site = new Map<string, string>()
  let functionRule = ''
  let storageAccess = 'PRIVATE'
  const state = (): Environment => ({ functions, collections, functionRule, storageAccess, routes, site })
  const apply = async (step: Step): Promise<void> => {
    const collection = 'collection' in step ? collections.get(step.collection) : undefined
    const named = 'name' in step ? functions.get(step.name) : undefined
    switch (step.kind) {
      case 'create-collection': collections.set(step.collection, { access: 'PRIVATE', indexes: [] }); break
      case 'create-index': if (collection) collections.set(step.collection, { ...collection, indexes: [...collection.indexes, step.index] }); break
      case 'close-collection': if (collection) collections.set(step.collection, { ...collection, access: step.access }); break
      case 'close-storage': storageAccess = step.access; break
      case 'set-function-rule': functionRule = step.rule; break
      case 'create-function': functions.set(step.name, { ...step.wanted, timers: [] }); break
      case 'update-code': break
      case 'update-settings': functions.set(step.name, { ...step.wanted, timers: named?.timers ?? [] }); break
      case 'add-timer': if (named) functions.set(step.name, { ...named, timers: [...named.timers, step.timer] }); break
      case 'remove-timer': if (named) functions.set(step.name, { ...named, timers: named.timers.filter(({ name }) => name !== step.timer) }); break
      case 'add-route': routes.set(step.path, step.name); break
      case 'remove-route': routes.delete(step.path); break
      case 'upload-site': step.files.forEach((file) => site.set(file, wanted().site.get(file) ?? '')); break
    }
  }
  return { read: async () => state(), apply, state }
}
const quiet = { dryRun: false, say: () => undefined }

test('a second deployment of the same build changes nothing', async () => {
  const cloud = environment()
  const first = await deploy(wanted(), cloud, quiet)
  expect(first).toMatchObject({ failure: null, done: first.steps.length })
  expect((await deploy(wanted(), cloud, quiet)).steps).toEqual([])
})

test('every collection of the schema is made, closed to clients, with every index', async () => {
  const cloud = environment()
  await deploy(wanted(), cloud, quiet)
  const { collections, storageAccess } = cloud.state()
  expect([...collections.keys()].sort()).toEqual(Object.keys(schema).sort())
  expect(new Set([...collections.values()].map(({ access }) => access))).toEqual(new Set(['ADMINONLY']))
  expect(storageAccess).toBe('ADMINONLY')
  expect(collections.get('devices')?.indexes.map(({ name }) => name)).toEqual(schema.devices.indexes.map(({ name }) => name))
})

test('clients may call `api` and nothing else', () => {
  expect(JSON.parse(wanted().functionRule)).toEqual({ '*': { invoke: false }, api: { invoke: true } })
})

test('a function gets the variables that its bundle names, and no others', () => {
  expect(Object.keys(wanted().functions.get('api')?.variables ?? {}).sort()).toEqual(['CODE_KEY', 'CODE_SHA256', 'MINI_APP_IDS'])
  expect(Object.keys(wanted().functions.get('remind')?.variables ?? {}).sort()).toEqual(['CODE_SHA256', 'DELIVER_KEY'])
})

test('the timer is added last of its function, and one that changed is replaced', () => {
  const steps = difference(wanted(), EMPTY_ENVIRONMENT).steps.map(({ kind }) => kind)
  expect(steps.indexOf('add-timer')).toBeGreaterThan(steps.lastIndexOf('create-function'))
  const remind = wanted().functions.get('remind')
  const there = { ...wanted(), functions: new Map([...wanted().functions, ['remind', { ...remind!, timers: [{ name: 'remind', cron: '0 0 * * * * *' }] }]]) }
  expect(difference(wanted(), there).steps).toEqual([
    { kind: 'remove-timer', name: 'remind', timer: 'remind' },
    { kind: 'add-timer', name: 'remind', timer: { name: 'remind', cron: '0 * * * * * *' } },
  ])
})

test('a dry run changes nothing, and no line holds a secret’s value', async () => {
  const cloud = environment()
  const lines: string[] = []
  await deploy(wanted(), cloud, { dryRun: true, say: (line) => { lines.push(line) } })
  expect(cloud.state().collections.size).toBe(0)
  expect(lines.join('\n')).not.toMatch(/secret-[12]/)
})

test('it stops at the step that the cloud refuses, and the next run goes on from there', async () => {
  const cloud = environment()
  const refusing: Management = { ...cloud, apply: async (step) => { if (step.kind === 'add-route') throw new Error('no quota'); await cloud.apply(step) } }
  const stopped = await deploy(wanted(), refusing, quiet)
  expect(stopped.failure).toEqual({ step: 'lead /api to api', message: 'no quota' })
  expect((await deploy(wanted(), cloud, quiet)).steps.map(({ kind }) => kind)).toEqual(['add-route', 'upload-site'])
})

test('what is not ours is named and left alone', () => {
  const there = { ...wanted(), collections: new Map([...wanted().collections, ['other', { access: 'PRIVATE', indexes: [] }]]) }
  const found = difference(wanted(), there)
  expect(found.steps).toEqual([])
  expect(found.notes).toEqual(['collection other is not part of this product'])
})

test('every variable that the code reads is in the vocabulary', () => {
  const files = (at: string): string[] => readdirSync(at, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(at, entry.name)) : [join(at, entry.name)]))
  const sources = files('cloud').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('tcb/') && !file.includes('testing/'))
  /** `environment.NAME`, and a name given as text to whatever asks the environment for it. */
  const names = /environment\.([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)|\(\s*(?:environment,\s*)?'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g
  const read = new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(names)].map(([, field, text]) => field ?? text ?? '')))
  const known = new Set([...VARIABLES.map(({ name }) => name), ...NEVER_IN_PRODUCTION])
  expect([...read]).toEqual(expect.arrayContaining(['OFFICIAL_APP_ID', 'SMS_SIGN', 'PUSH_TOKEN', 'SECRETS_KEY']))
  expect([...read].filter((name) => !known.has(name))).toEqual([])
})
