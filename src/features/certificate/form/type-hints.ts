import type { CertificateForm } from '../../../../domain/certificate/certificate'
import { isTitleBelow, type TitleLevel } from '../../../../domain/certificate/title'
import { usualExpiry, type CertificateType } from '../../../../domain/certificate/type'

const LEVELS: Readonly<Record<TitleLevel, string>> = { senior: '正高', 'associate-senior': '副高以上', intermediate: '中级以上', junior: '初级以上', none: '' }

/** At 职称: what the type asks for, as long as that is open or missed (B14). */
export function titleHint({ titleLevel }: Pick<CertificateType, 'titleLevel'>, { title }: Pick<CertificateForm, 'title'>): string | undefined {
  if (titleLevel === null || titleLevel === 'none') return undefined
  if (title === '') return `这类证要求${LEVELS[titleLevel]}`
  return isTitleBelow(title, titleLevel) ? `这类证要求${LEVELS[titleLevel]}，请核对` : undefined
}

const lasting = (months: number): string => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`)

/** At 有效期至, while it is open: how long such a certificate usually is valid, and until when that is. */
export function expiryHint(type: Pick<CertificateType, 'validityMonths'>, { expiresOn, longTerm, issuedOn }: Pick<CertificateForm, 'expiresOn' | 'longTerm' | 'issuedOn'>): string | undefined {
  if (type.validityMonths === null || expiresOn !== null || longTerm) return undefined
  const day = usualExpiry(type, issuedOn)
  return `通常有效 ${lasting(type.validityMonths)}${day === null ? '' : `，到 ${day}`}，以证件为准`
}
