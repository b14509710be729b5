import { join } from 'node:path'
import { jsonReply } from './http/reply'
import { listen, type Handler } from './http/server'
import { openKept } from './kept'
import type { Emulator, EmulatorOptions } from './options'
import { seedOnce } from './persistence'
import { run } from './running'

export type { Emulator, EmulatorOptions, Seed, SeedFile, SmsSettings, WechatSettings, WechatUser } from './options'
export type { Message } from './outbox/outbox'

/**
 * CloudBase on loopback: documents, storage, functions, timers and the providers' ends for the unmodified server SDKs.
 * @throws if the data folder is another's or damaged, the functions or the emulator are not built, or no port is free
 */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  // As in the cloud, where functions run in UTC; the zone belongs to the process, not to a thread.
  process.env.TZ = 'UTC'
  const kept = await openKept(options)
  let handler: Handler = () => jsonReply(503, { code: 'STARTING', message: 'the emulator is starting' })
  const server = await listen((incoming) => handler(incoming), options.port ?? 0, options.onNotice ?? (() => undefined))
  const base = `http://127.0.0.1:${server.port}`
  const running = run(options, kept, base)
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
      await running.functions.close()
      await kept.store.close()
    },
  }
}
