import type { TypeView } from '../../../contract/type'
import type { CertificateType } from '../../../domain/certificate/type'
import { TYPE_PRESETS } from '../../../domain/certificate/type-presets'
import type { Channel } from '../../../domain/reminder/channel'
import { CHANNEL_WORDS, DEMAND_WORDS, LEVEL_WORDS } from './wording'

/** 「关联设备、持证人、证件号、职称（中级以上）」: what a certificate of this type must say. */
export function demandWords({ needsDevice, needsPerson, requiredFields, titleLevel }: CertificateType): string {
  const fields = requiredFields.filter((field) => !(field === 'holderName' && needsPerson) && field !== 'title')
  const title = titleLevel === null || titleLevel === 'none' ? '职称' : `职称（${LEVEL_WORDS[titleLevel]}）`
  const asksTitle = titleLevel !== null || requiredFields.includes('title')
  return [...(needsDevice ? ['设备'] : []), ...(needsPerson ? ['持证人'] : []), ...fields.map((field) => DEMAND_WORDS[field]), ...(asksTitle ? [title] : [])].join('、')
}

/** 「4 年」, 「18 个月」, 「不固定或长期」 */
export const validityWords = ({ validityMonths }: Pick<CertificateType, 'validityMonths'>): string => {
  if (validityMonths === null) return '不固定或长期'
  return validityMonths % 12 === 0 ? `${validityMonths / 12} 年` : `${validityMonths} 个月`
}

export const reviewWords = ({ reviewDays }: Pick<CertificateType, 'reviewDays'>): string => (reviewDays === 0 ? '无复审' : `到期前 ${reviewDays} 天内复审`)

const CHANNELS: readonly Channel[] = ['home', 'wechat', 'sms']

/** 「每天」, or which channels go by 节点. */
export const rhythmWords = ({ rules: { rhythm } }: Pick<CertificateType, 'rules'>): string => {
  const bySteps = CHANNELS.filter((channel) => rhythm[channel] === 'steps')
  if (bySteps.length === 0) return '每天'
  return bySteps.length === CHANNELS.length ? '按节点' : `${bySteps.map((channel) => CHANNEL_WORDS[channel]).join('、')}按节点`
}

/** What differs from the guide's rule: weeks after 有效期, escalation. */
export const extraWords = ({ rules: { afterExpiry, escalation } }: Pick<CertificateType, 'rules'>): string =>
  [...(afterExpiry === 'weekly' ? ['到期后每周'] : []), ...(escalation.length > 0 ? ['逐级上报'] : [])].join('、')

const isPreset = (id: string): boolean => TYPE_PRESETS.some((preset) => preset.id === id)

/** Where it comes from: a proposal as it is, a proposal that the hospital edited, the hospital's own. */
export const originWords = ({ id, version }: Pick<TypeView, 'id' | 'version'>): string => {
  if (!isPreset(id)) return '本院自建'
  return version === 0 ? '内置' : '内置，本院已改'
}

export const presetOf = (id: string): CertificateType | null => TYPE_PRESETS.find((preset) => preset.id === id) ?? null
