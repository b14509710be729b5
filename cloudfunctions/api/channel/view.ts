import { CHANNEL_SECRETS, type ChannelSettingsView } from '../../../contract/channel'
import { pushPath } from '../../../cloud/push-address'
import type { Ports } from '../../../cloud/ports'
import { filledIn, type ChannelSettingsDoc } from '../../../cloud/repositories/channel-settings'

/** The settings as an administrator sees them: no secret, only which are set. */
export function viewOf(doc: ChannelSettingsDoc, { lines, secrets }: Pick<Ports, 'lines' | 'secrets'>): ChannelSettingsView {
  const { institutionId, version, officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms } = filledIn(doc)
  const { providers } = lines.shared
  return {
    version, officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms,
    secrets: CHANNEL_SECRETS.flatMap((name) => (doc.secrets[name] ? [{ name, tail: doc.secrets[name].tail }] : [])),
    defaults: { officialAccount: providers.officialAccount !== null, subscribeMessage: providers.subscribeMessage !== null, sms: providers.sms !== null },
    pushPath: officialAccount.use === 'own' ? pushPath(secrets, { kind: 'events', institutionId }) : '/wechat',
    receiptPath: pushPath(secrets, { kind: 'sms', institutionId }),
  }
}
