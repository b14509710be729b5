import type { Functions } from '../functions/functions'
import type { Kept } from '../kept'
import type { Emulator, MessageTemplate } from '../options'
import type { Faults } from '../providers/faults'
import type { Timers } from '../timers/timers'
import type { Push } from '../wechat-world/push'
import { clockRoutes } from './clock-routes'
import { collectionRoutes } from './collection-routes'
import { functionRoutes } from './function-routes'
import { providerRoutes } from './provider-routes'
import type { ControlRoutes } from './routes'
import { uploadRoutes } from './upload-routes'
import { wechatRoutes } from './wechat-routes'

export interface ControlSetup extends Kept {
  timers: Timers
  functions: Functions
  faults: Faults
  push: Push | undefined
  templates: Readonly<Record<string, MessageTemplate>>
  call: Emulator['invoke']
  reset: (demo: boolean) => Promise<void>
}

/** Everything under `/_emulator/` that is no file of the console. */
export const controlRoutes = (setup: ControlSetup): ControlRoutes => ({
  'GET health': () => ({ ok: true }),
  'GET outbox': () => setup.outbox.list(),
  'DELETE outbox': () => setup.outbox.clear(),
  'GET wechat/templates': () => setup.templates,
  'POST reset': ({ body }) => setup.reset(body.demo === true),
  ...clockRoutes(setup.clock, setup.timers),
  ...functionRoutes(setup.functions, setup.call),
  ...uploadRoutes(setup.files),
  ...collectionRoutes(setup.store),
  ...wechatRoutes(setup.world, setup.push),
  ...providerRoutes(setup.faults),
})
