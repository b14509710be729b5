import { livePorts } from './live'
import type { Ports } from './ports'

/** Composition root of `deliver`: its channels are each institution's own (cloud/lines.ts), else what the environment sets up. */
export const liveDeliverPorts = (): Ports => livePorts(['deliver'])
