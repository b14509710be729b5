import type { ChannelSettingsView, ChannelsForm } from '../../../contract/channel'

export type SecretName = ChannelSettingsView['secrets'][number]['name']
export interface Draft extends ChannelsForm { version: number; typed: Partial<Record<SecretName, string>> }

export const draftOf = ({ version, officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms }: ChannelSettingsView): Draft =>
  ({ version, officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms, typed: {} })

const trimmed = <T extends object>(part: T): T => Object.fromEntries(Object.entries(part).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value])) as T

/** What is sent: only secrets that were typed anew. */
export const inputOf = ({ version, officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms, typed }: Draft) => ({
  version, officialAccount: trimmed(officialAccount), subscribeMessage: trimmed(subscribeMessage), employeeMessage: trimmed(employeeMessage), mediaCheck, sms: trimmed(sms),
  secrets: (Object.entries(typed) as Array<[SecretName, string]>).filter(([, value]) => value.trim() !== '').map(([name, value]) => ({ name, value: value.trim() })),
})
