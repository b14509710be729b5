import type { FaultPlan } from '../faults/fault-plan'
import type { Functions } from '../functions/functions'
import type { Kept } from '../kept'
import type { Emulator, MessageTemplate } from '../options'
import type { Desk } from '../providers/desk'
import type { Faults } from '../providers/faults'
import type { SmsReports } from '../providers/sms-reports'
import type { Timers } from '../timers/timers'
import type { Push } from '../wechat-world/push'
import { clockRoutes } from './clock-routes'
import { collectionRoutes } from './collection-routes'
import { documentRoutes } from './document-routes'
import { exportRoutes } from './export-routes'
import { faultRoutes } from './fault-routes'
import { functionRoutes } from './function-routes'
import { providerRoutes } from './provider-routes'
import type { ControlRoutes } from './routes'
import { smsRoutes } from './sms-routes'
import { uploadRoutes } from './upload-routes'
import { wechatEventRoutes } from './wechat-event-routes'
import { wechatRoutes } from './wechat-routes'

export interface ControlSetup extends Kept {
  timers: Timers
  functions: Functions
  faults: Faults
  plan: FaultPlan
  desk: Desk | undefined
  pushes: { official: Push; mini: Push } | undefined
  reports: SmsReports | undefined
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
  ...documentRoutes(setup.store, () => setup.clock.now()),
  ...exportRoutes(setup.store, () => setup.clock.now()),
  ...wechatRoutes(setup.world, setup.pushes?.official),
  ...(setup.desk && wechatEventRoutes({ ...setup.desk, pushes: setup.pushes, miniAppId: setup.desk.settings.miniAppId })),
  ...smsRoutes(setup.outbox, setup.reports),
  ...providerRoutes(setup.faults),
  ...faultRoutes(setup.plan),
})
