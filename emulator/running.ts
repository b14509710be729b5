import { randomBytes } from 'node:crypto'
import { controlRoutes } from './control/all-routes'
import { serveControl } from './control/control'
import { consoleFile, dispatch } from './doors'
import { callAsClient } from './functions/callers'
import { ENV_ID, environmentFor } from './functions/environment'
import { hostFunctions, type Functions } from './functions/functions'
import { findWorkerFile } from './functions/worker-file'
import { serveRoutes } from './http-access/http-access'
import type { Handler } from './http/server'
import type { Kept } from './kept'
import type { Emulator, EmulatorOptions } from './options'
import { seedAnew } from './persistence'
import type { Desk } from './providers/desk'
import { createFaults } from './providers/faults'
import { createMessageIds } from './providers/message-ids'
import { serveProviders, type ProvidersSetup } from './providers/providers'
import { createTokens } from './providers/tokens'
import { wechatEnds } from './providers/wechat-ends'
import { createLinks } from './storage/links'
import { FILES_PATH, serveFiles } from './storage/serve-files'
import { startTimers, type Timers } from './timers/timers'
import { createPush, type Push } from './wechat-world/push'
import { serveAdmin } from './wire/admin'
import { databaseActions } from './wire/database'
import { functionActions } from './wire/functions'
import { openApiActions } from './wire/openapi'
import { storageActions } from './wire/storage'

export interface Running {
  functions: Functions
  timers: Timers
  call: Emulator['invoke']
  reset: (demo: boolean) => Promise<void>
  seedWith: (demo: boolean) => Promise<void>
  handler: Handler
}

const hostFor = (options: EmulatorOptions, { clock }: Kept, base: string): Functions => hostFunctions({
  folder: options.functionsFolder,
  workerFile: findWorkerFile(),
  envId: ENV_ID,
  clock,
  instancesPerFunction: options.instancesPerFunction ?? 4,
  environment: environmentFor(base, options.functionEnvironment),
})

const deskFor = ({ wechat: settings }: EmulatorOptions, { clock, world, outbox }: Kept): Desk | undefined => {
  if (!settings) return undefined
  const accounts = [{ appid: settings.officialAppId, secret: settings.officialSecret }, { appid: settings.miniAppId, secret: settings.miniSecret }]
  return { clock, world, outbox, settings, tokens: createTokens(clock, accounts), nextMessageId: createMessageIds() }
}

const providersFor = (options: EmulatorOptions, kept: Kept): ProvidersSetup => {
  const desk = deskFor(options, kept)
  return {
    faults: createFaults(),
    wechat: desk && { desk, ends: wechatEnds() },
    sms: options.sms && { clock: kept.clock, outbox: kept.outbox, settings: options.sms },
  }
}

const pushFor = (options: EmulatorOptions, { clock }: Kept, functions: Functions): Push | undefined => {
  const { wechat: settings, routes = {} } = options
  const name = settings && routes[settings.pushUrlPath]
  return settings && name ? createPush({ clock, settings, receive: (incoming) => serveRoutes(functions)(name, incoming) }) : undefined
}

const report = (options: EmulatorOptions) => (error: unknown): void =>
  options.onNotice?.(`The emulator failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)

const seeding = (options: EmulatorOptions, kept: Kept) => async (demo: boolean): Promise<void> =>
  seedAnew(kept, options.seed ? await options.seed(demo, kept.clock.now()) : { collections: {} })

/** The wire, the functions, their timers and the providers over what the data folder keeps, once the address is known. */
export const run = (options: EmulatorOptions, kept: Kept, base: string): Running => {
  const { clock, store, files, world, outbox } = kept
  const functions = hostFor(options, kept, base)
  const links = createLinks(clock, randomBytes(32).toString('hex'))
  const providers = providersFor(options, kept)
  const timers = startTimers(functions, clock)
  const push = pushFor(options, kept, functions)
  const call = callAsClient({ functions, world, appid: options.wechat?.miniAppId ?? 'wxemulator', callable: options.clientCallable ?? [] })
  const seedWith = seeding(options, kept)
  const reset = async (demo: boolean): Promise<void> => {
    await timers.settled()
    await functions.restart()
    outbox.clear()
    providers.faults.clear()
    functions.log.clear()
    await seedWith(demo)
  }
  const actions = { ...databaseActions(store, clock), ...functionActions(functions), ...storageActions({ area: files, links, address: `${base}${FILES_PATH}` }) }
  const handler = dispatch({
    admin: serveAdmin({ actions, rawActions: openApiActions({ functions, ...providers }), onFault: report(options) }),
    files: serveFiles({ area: files, links }),
    control: serveControl(controlRoutes({ ...kept, timers, functions, faults: providers.faults, templates: options.wechat?.templates ?? {}, push, call, reset }), consoleFile),
    providers: serveProviders(providers),
    access: serveRoutes(functions),
  }, options)
  return { functions, timers, call, reset, seedWith, handler }
}
