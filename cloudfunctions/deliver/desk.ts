import type { Senders } from '../../cloud/repositories/due-recipients'
import type { ReadyChannels } from '../../domain/reminder/route'
import type { Budget } from './budget'
import { openChannels, type Channels } from './channels/channels'
import type { DeliverPorts } from './deliver-ports'

/** Everything a step needs while one institution is worked. */
export interface Desk extends DeliverPorts {
  institutionId: string
  budget: Budget
  channels: Channels
  senders: Senders
  ready: ReadyChannels
}

export function openDesk(institutionId: string, ports: DeliverPorts, budget: Budget): Desk {
  const { sms, officialAccount, subscribeMessage, employeeMessage = null } = ports.providers
  return {
    ...ports, institutionId, budget,
    channels: openChannels(ports),
    senders: {
      officialAppId: officialAccount?.appId ?? null,
      mini: subscribeMessage && { appId: subscribeMessage.appId, templateId: subscribeMessage.templateId },
      employer: employeeMessage && { appId: employeeMessage.appId, templateId: employeeMessage.templateId },
    },
    ready: { sms: sms !== null, officialAccount: officialAccount !== null, subscribeMessage: subscribeMessage !== null, employeeMessage: employeeMessage !== null },
  }
}
