import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createClock, type Clock } from './clock/clock'
import { controlRoutes } from './control/all-routes'
import { CONTROL_PATH, serveControl } from './control/control'
import { callAsClient } from './functions/callers'
import { ENV_ID, environmentFor } from './functions/environment'
import { hostFunctions, type Functions } from './functions/functions'
import { findWorkerFile } from './functions/worker-file'
import { routeOf, serveRoutes } from './http-access/http-access'
import type { Incoming } from './http/incoming'
import { jsonReply, type Reply } from './http/reply'
import { listen, type Handler } from './http/server'
import { readStatic } from './http/static-files'
import type { Emulator, EmulatorOptions } from './options'
import { openOutbox, type Outbox } from './outbox/outbox'
import { keepClock, seedAnew, seedOnce } from './persistence'
import { openFileArea, type FileArea } from './storage/file-area'
import { createLinks } from './storage/links'
import { FILES_PATH, serveFiles } from './storage/serve-files'
import { openStore } from './store/store'
import type { Store } from './store/types'
import { startTimers } from './timers/timers'
import { openWorld, type World } from './wechat-world/world'
import { serveAdmin } from './wire/admin'
import { databaseActions } from './wire/database'
import { functionActions } from './wire/functions'
import { storageActions } from './wire/storage'

export type { Emulator, EmulatorOptions, Seed, SeedFile, WechatSettings, WechatUser } from './options'
export type { Message } from './outbox/outbox'

/** What lives in the data folder. */
interface Kept { clock: Clock; store: Store; files: FileArea; world: World; outbox: Outbox }

const openKept = async ({ dataFolder, schema, now }: EmulatorOptions): Promise<Kept> => {
  mkdirSync(dataFolder, { recursive: true })
  const clock = createClock(now)
  const store = await openStore({ folder: join(dataFolder, 'store'), schema, now: () => clock.now() })
  keepClock(join(dataFolder, 'clock.json'), clock, now !== undefined)
  return {
    clock,
    store,
    files: openFileArea(join(dataFolder, 'files')),
    world: openWorld(join(dataFolder, 'wechat.json')),
    outbox: openOutbox(join(dataFolder, 'outbox.jsonl')),
  }
}

const hostFor = (options: EmulatorOptions, clock: Clock, base: string): Functions => hostFunctions({
  folder: options.functionsFolder,
  workerFile: findWorkerFile(),
  envId: ENV_ID,
  clock,
  instancesPerFunction: options.instancesPerFunction ?? 4,
  environment: environmentFor(base, options.functionEnvironment),
})

interface Doors { admin: Handler; files: Handler; control: Handler; access: (name: string, incoming: Incoming) => Promise<Reply> }

/** Which door a request wants, by its path. */
const dispatch = (doors: Doors, options: EmulatorOptions): Handler => async (incoming) => {
  const { path, method } = incoming
  if (path === '/admin') return doors.admin(incoming)
  if (path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)) return doors.control(incoming)
  if (path.startsWith(FILES_PATH)) return doors.files(incoming)
  const name = routeOf(options.routes ?? {}, path)
  if (name) return doors.access(name, incoming)
  const isReading = method === 'GET' || method === 'HEAD'
  const file = options.webFolder && isReading ? await readStatic(options.webFolder, path) : undefined
  return file ?? jsonReply(404, { code: 'NOT_FOUND', message: `nothing at ${path}` })
}

const report = (options: EmulatorOptions) => (error: unknown): void => options.onNotice?.(`The emulator failed: ${error instanceof Error ? error.stack : String(error)}`)

/** The wire, the functions and their timers over what the data folder keeps, once the address is known. */
const open = (options: EmulatorOptions, kept: Kept, base: string) => {
  const { clock, store, files, world, outbox } = kept
  const functions = hostFor(options, clock, base)
  const links = createLinks(clock, randomBytes(32).toString('hex'))
  const call = callAsClient({ functions, world, appid: options.wechat?.miniAppId ?? 'wxemulator', callable: options.clientCallable ?? [] })
  const timers = startTimers(functions, clock)
  const seedWith = async (demo: boolean): Promise<void> => {
    if (options.seed) await seedAnew({ store, files, world }, await options.seed(demo, clock.now()))
  }
  const reset = async (demo: boolean): Promise<void> => {
    await timers.settled()
    await functions.restart()
    outbox.clear()
    functions.log.clear()
    await seedWith(demo)
  }
  const actions = { ...databaseActions(store, clock), ...functionActions(functions), ...storageActions({ area: files, links, address: `${base}${FILES_PATH}` }) }
  const handler = dispatch({
    admin: serveAdmin({ actions, rawActions: {}, onFault: report(options) }),
    files: serveFiles({ area: files, links }),
    control: serveControl(controlRoutes({ clock, timers, outbox, functions, files, call, reset }), (incoming) => consoleFile(incoming)),
    access: serveRoutes(functions),
  }, options)
  return { functions, timers, call, reset, seedWith, handler }
}

const consoleFile = async (incoming: Incoming): Promise<Reply | undefined> => {
  const path = incoming.path.slice(CONTROL_PATH.length)
  if (path === '') return { status: 302, headers: { location: `${CONTROL_PATH}/` }, body: '' }
  return incoming.method === 'GET' ? readStatic(join(dirname(findWorkerFile()), 'console'), path) : undefined
}

/**
 * CloudBase on loopback: documents, storage, functions, timers and the providers' ends for the unmodified server SDKs.
 * @throws if the data folder is another's or damaged, the functions or the emulator are not built, or no port is free
 */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  const kept = await openKept(options)
  let handler: Handler = () => jsonReply(503, { code: 'STARTING', message: 'the emulator is starting' })
  const server = await listen((incoming) => handler(incoming), options.port ?? 0, options.onNotice ?? (() => undefined))
  const base = `http://127.0.0.1:${server.port}`
  const running = open(options, kept, base)
  await seedOnce(join(options.dataFolder, 'emulator.json'), () => running.seedWith(true))
  handler = running.handler
  return {
    base,
    port: server.port,
    store: kept.store,
    clock: kept.clock,
    outbox: kept.outbox,
    invoke: running.call,
    advance: running.timers.advance,
    reset: running.reset,
    close: async () => {
      running.timers.stop()
      await server.close()
      await running.functions.restart()
      await kept.store.close()
    },
  }
}
