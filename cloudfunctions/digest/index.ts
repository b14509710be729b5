import { identityOf, livePorts, logged } from '../../cloud/live'
import { openToTimer } from './door'

export const main = logged((event, context) => openToTimer({ event, identity: identityOf(context) }, () => livePorts([])))
