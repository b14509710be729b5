import type { Ports, Providers } from '../../cloud/ports'

/** What `deliver` needs of the outside world. */
export type DeliverPorts = Pick<Ports, 'store' | 'clock' | 'chance' | 'secrets' | 'log'> & { providers: Providers }
