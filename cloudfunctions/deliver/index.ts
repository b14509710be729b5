import { liveDeliverPorts } from '../../cloud/live-deliver'
import { openToRemind } from './door'

export const main = (event: unknown): Promise<unknown> => openToRemind(event, liveDeliverPorts())
