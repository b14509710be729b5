import { identityOf, livePorts } from '../../cloud/live'
import { openToTimer } from './door'

export const main = (event: unknown, context: unknown): Promise<unknown> =>
  openToTimer({ event, identity: identityOf(context) }, () => livePorts([]))
