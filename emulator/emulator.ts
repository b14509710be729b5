import { join } from 'node:path'
import { jsonReply } from './http/reply'
import { listen, type Handler } from './http/server'
import { openKept } from './kept'
import type { Emulator, EmulatorOptions } from './options'
import { seedOnce } from './persistence'
import { run, type Running } from './running'
import { rulesOffIn, switchOff } from './rules/rules'

export type { Emulator, EmulatorOptions, MessageTemplate, Seed, SeedFile, SmsSettings, WechatSettings, WechatUser } from './options'
export type { Message } from './outbox/outbox'

const starting: Handler = () => jsonReply(503, { code: 'STARTING', message: 'the emulator is starting' })

/** Everything that runs, with the way to end it. A start that fails half-way ends what it had begun. */
const begin = async (options: EmulatorOptions) => {
  const kept = await openKept(options)
  let handler = starting
  const server = await listen((incoming) => handler(incoming), options.port ?? 0, options.onNotice ?? (() => undefined)).catch(async (error: unknown) => {
    await kept.store.close()
    throw error
  })
  const base = `http://127.0.0.1:${server.port}`
  let running: Running | undefined
  const close = async (): Promise<void> => {
    running?.timers.stop()
    await server.close()
    await running?.functions.close()
    await kept.store.close()
  }
  try {
    running = run(options, kept, base)
    const { seedWith } = running
    await seedOnce(join(options.dataFolder, 'emulator.json'), () => seedWith(true))
    handler = running.handler
    return { kept, base, port: server.port, running, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * CloudBase on loopback: documents, storage, functions, timers and the providers' ends for the unmodified server SDKs.
 * @throws if the data folder is another's or damaged, the functions or the emulator are not built, or no port is free
 */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  // As in the cloud, where functions run in UTC; the zone belongs to the process, not to a thread.
  process.env.TZ = 'UTC'
  switchOff(options.rulesOff ?? rulesOffIn(process.env))
  const { kept, base, port, running, close } = await begin(options)
  return {
    base,
    port,
    store: kept.store,
    clock: kept.clock,
    outbox: kept.outbox,
    faults: running.plan,
    invoke: running.call,
    advance: running.timers.advance,
    reset: running.reset,
    close,
  }
}
