import { randomBytes } from 'node:crypto'
import { controlRoutes } from './control/all-routes'
import { serveControl } from './control/control'
import { consoleFile, dispatch } from './doors'
import { createFaultPlan, type FaultPlan } from './faults/fault-plan'
import { faultyDatabase } from './faults/faulty-database'
import { createCondemned, faultyFunctions } from './faults/faulty-functions'
import { callAsClient } from './functions/callers'
import { ENV_ID, environmentFor } from './functions/environment'
import { hostFunctions, type Functions } from './functions/functions'
import { findWorkerFile } from './functions/worker-file'
import { routeOf, serveRoutes } from './http-access/http-access'
import type { Incoming } from './http/incoming'
import { textReply } from './http/reply'
import type { Handler } from './http/server'
import type { Kept } from './kept'
import type { Emulator, EmulatorOptions } from './options'
import type { Message } from './outbox/outbox'
import { seedAnew } from './persistence'
import type { Desk } from './providers/desk'
import { createFaults } from './providers/faults'
import { createMessageIds } from './providers/message-ids'
import { serveProviders, type ProvidersSetup } from './providers/providers'
import { createSmsReports, type SmsReports } from './providers/sms-reports'
import { createTokens } from './providers/tokens'
import { wechatEnds } from './providers/wechat-ends'
import { createLinks } from './storage/links'
import { FILES_PATH, serveFiles } from './storage/serve-files'
import { startTimers, type Timers } from './timers/timers'
import { internalRequest } from './wechat-world/internal-request'
import { createMediaChecks } from './wechat-world/media-checks'
import { createPrintedTexts } from './wechat-world/printed-texts'
import { createPush, MINI_NAME, OFFICIAL_NAME, type Push, type PushEvent } from './wechat-world/push'
import { serveAdmin } from './wire/admin'
import { databaseActions } from './wire/database'
import { functionActions } from './wire/functions'
import { openApiActions } from './wire/openapi'
import { storageActions } from './wire/storage'

interface Pushes { official: Push; mini: Push }

/** What the providers' servers send by themselves. */
interface ServerSides { pushes: Pushes | undefined; reports: SmsReports | undefined }

export interface Running {
  functions: Functions
  timers: Timers
  plan: FaultPlan
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

/** Pushes that nobody waits for; what came of them is in the call log. */
const inTheBackground = (work: () => Promise<unknown>): void => void setImmediate(() => void work().catch(() => undefined))

const deskFor = ({ wechat: settings }: EmulatorOptions, { clock, world, outbox }: Kept, pushes: Pushes | undefined): Desk | undefined => {
  if (!settings) return undefined
  const accounts = [{ appid: settings.officialAppId, secret: settings.officialSecret }, { appid: settings.miniAppId, secret: settings.miniSecret }]
  const later = (event: PushEvent): void => inTheBackground(async () => pushes?.mini.send(event))
  return {
    clock, world, outbox, settings, tokens: createTokens(clock, accounts), nextMessageId: createMessageIds(), mediaChecks: createMediaChecks(), printedTexts: createPrintedTexts(),
    later: settings.pushResults ? later : undefined,
  }
}

const providersFor = (options: EmulatorOptions, kept: Kept, { pushes, reports }: ServerSides): ProvidersSetup => {
  const desk = deskFor(options, kept, pushes)
  const onSent = (message: Message): void => inTheBackground(async () => reports?.send([message]))
  return {
    faults: createFaults(),
    wechat: desk && { desk, ends: wechatEnds() },
    sms: options.sms && { clock: kept.clock, outbox: kept.outbox, settings: options.sms, onSent: options.sms.reportDelivered ? onSent : undefined },
  }
}

const pushesFor = (options: EmulatorOptions, { clock }: Kept, functions: Functions): Pushes | undefined => {
  const { wechat: settings, routes = {} } = options
  const name = settings && routes[settings.pushUrlPath]
  if (!settings || !name) return undefined
  const to = { clock, settings, receive: (incoming: Incoming) => serveRoutes(functions)(name, incoming) }
  return {
    official: createPush({ ...to, account: { appid: settings.officialAppId, name: OFFICIAL_NAME } }),
    mini: createPush({ ...to, account: { appid: settings.miniAppId, name: MINI_NAME } }),
  }
}

const reportsFor = ({ sms: settings, routes = {} }: EmulatorOptions, { clock }: Kept, functions: Functions): SmsReports | undefined => {
  if (settings?.reportUrlPath === undefined) return undefined
  const post = async (path: string, body: string) => {
    const name = routeOf(routes, path)
    const reply = name ? await serveRoutes(functions)(name, internalRequest(path, {}, body)) : textReply(404, '')
    return { status: reply.status, text: reply.body.toString('utf8') }
  }
  return createSmsReports({ clock, settings, post })
}

const report = (options: EmulatorOptions) => (error: unknown): void =>
  options.onNotice?.(`The emulator failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)

const seeding = (options: EmulatorOptions, kept: Kept) => async (demo: boolean): Promise<void> =>
  seedAnew(kept, options.seed ? await options.seed(demo, kept.clock.now()) : { collections: {} })

/** The wire, the functions, their timers and the providers over what the data folder keeps, once the address is known. */
export const run = (options: EmulatorOptions, kept: Kept, base: string): Running => {
  const { clock, store, files, world, outbox } = kept
  const hosted = hostFor(options, kept, base)
  const plan = createFaultPlan()
  const condemned = createCondemned(plan, hosted)
  const functions = faultyFunctions(hosted, plan, { clock, condemned })
  const links = createLinks(clock, randomBytes(32).toString('hex'))
  const sides: ServerSides = { pushes: pushesFor(options, kept, functions), reports: reportsFor(options, kept, functions) }
  const providers = providersFor(options, kept, sides)
  const timers = startTimers(functions, clock, plan)
  const call = callAsClient({ functions, world, appid: options.wechat?.miniAppId ?? 'wxemulator', callable: options.clientCallable ?? [] })
  const seedWith = seeding(options, kept)
  const reset = async (demo: boolean): Promise<void> => {
    await timers.settled()
    await functions.restart()
    outbox.clear()
    plan.end()
    providers.faults.clear()
    providers.wechat?.desk.mediaChecks.clear()
    providers.wechat?.desk.printedTexts.clear()
    functions.log.clear()
    await seedWith(demo)
  }
  const actions = { ...faultyDatabase(databaseActions(store, clock), { plan, condemned, store }), ...functionActions(functions), ...storageActions({ area: files, links, address: `${base}${FILES_PATH}` }) }
  const handler = dispatch({
    admin: serveAdmin({ actions, rawActions: openApiActions({ functions, ...providers }), onFault: report(options) }),
    files: serveFiles({ area: files, links }),
    control: serveControl(controlRoutes({ ...kept, timers, functions, faults: providers.faults, templates: options.wechat?.templates ?? {}, desk: providers.wechat?.desk, plan, ...sides, call, reset }), consoleFile),
    providers: serveProviders(providers),
    access: serveRoutes(functions),
  }, options)
  return { functions, timers, plan, call, reset, seedWith, handler }
}
