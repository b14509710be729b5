import type { Clock } from '../clock/clock'
import type { Functions } from '../functions/functions'
import type { Outbox } from '../outbox/outbox'
import type { FileArea } from '../storage/file-area'
import type { Timers } from '../timers/timers'
import { clockRoutes } from './clock-routes'
import { functionRoutes } from './function-routes'
import type { ControlRoutes } from './routes'
import { uploadRoutes } from './upload-routes'

export interface ControlSetup {
  clock: Clock
  timers: Timers
  outbox: Outbox
  functions: Functions
  files: FileArea
  call: (name: string, data: unknown, openid?: string) => Promise<unknown>
  reset: (demo: boolean) => Promise<void>
}

/** Everything under `/_emulator/` that is no file of the console. */
export const controlRoutes = (setup: ControlSetup): ControlRoutes => ({
  'GET health': () => ({ ok: true }),
  'GET outbox': () => setup.outbox.list(),
  'DELETE outbox': () => setup.outbox.clear(),
  'POST reset': async ({ body }) => setup.reset(body.demo === true),
  ...clockRoutes(setup.clock, setup.timers),
  ...functionRoutes(setup.functions, setup.call),
  ...uploadRoutes(setup.files),
})
