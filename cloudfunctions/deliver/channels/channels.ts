import type { Route } from '../../../domain/reminder/channel'
import type { DeliverPorts } from '../deliver-ports'
import { guarded, NOT_CONFIGURED, type Channel } from './channel'
import { employeeMessageChannel } from './employee-message'
import { homeChannel } from './home'
import { officialAccountChannel } from './official-account'
import { smsChannel } from './sms'
import { withCaps } from './sms-cap'
import { subscribeMessageChannel } from './subscribe-message'

export type Channels = Readonly<Record<Route, Channel>>

const notConfigured: Channel = { send: () => Promise.resolve(NOT_CONFIGURED) }

/** Each way with its channel; what is not set up says so. */
export function openChannels({ store, secrets, providers }: DeliverPorts): Channels {
  const { sms, officialAccount, subscribeMessage, employeeMessage } = providers
  return {
    home: guarded(homeChannel(store)),
    sms: sms ? guarded(withCaps(smsChannel(sms), sms, store)) : notConfigured,
    'official-account': officialAccount ? guarded(officialAccountChannel(officialAccount, secrets)) : notConfigured,
    'subscribe-message': subscribeMessage ? guarded(subscribeMessageChannel(subscribeMessage)) : notConfigured,
    'employee-message': employeeMessage ? guarded(employeeMessageChannel(employeeMessage)) : notConfigured,
  }
}
