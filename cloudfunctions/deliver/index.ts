import { logged } from '../../cloud/live'
import { liveDeliverPorts } from '../../cloud/live-deliver'
import { openToRemind } from './door'

export const main = logged((event) => openToRemind(event, liveDeliverPorts()))
