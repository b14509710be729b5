import type { CertificateForm } from '../../../../domain/certificate/certificate'
import { CHANNEL_WORDS, GENDER_WORDS, ROLE_WORDS } from '../wording'
import { LABELS } from './field-labels'

type Field = keyof CertificateForm
/** Lists of what has no word of its own here are told by how many there are. */
const UNITS: Partial<Record<Field, string>> = { deviceIds: '台', recipientIds: '人', attachmentIds: '份' }

const worded: Partial<{ [F in Field]: (value: CertificateForm[F]) => string }> = {
  gender: (gender) => (gender === null ? '' : GENDER_WORDS[gender]),
  longTerm: (longTerm) => (longTerm ? '是' : '否'),
  channels: (channels) => (['home', 'sms', 'wechat'] as const).filter((channel) => channels[channel]).map((channel) => CHANNEL_WORDS[channel]).join('、'),
  relatedRoles: (roles) => roles.map((role) => ROLE_WORDS[role]).join('、'),
}

function valueWords<F extends Field>(field: F, value: CertificateForm[F]): string {
  const unit = UNITS[field]
  if (unit !== undefined && Array.isArray(value)) return `${value.length} ${unit}`
  return (worded[field]?.(value) ?? String(value ?? '')) || '空'
}

/** 证件类型 is an id that says nothing to a person. */
const UNTOLD: readonly Field[] = ['typeId']

/** What both changed, with both values (「颁证单位：最新 市卫健委，您的 省卫健委」), in the form's order. */
export const bothVersions = (fields: readonly Field[], { theirs, mine }: { theirs: CertificateForm; mine: CertificateForm }): string[] =>
  (Object.keys(LABELS) as Field[]).filter((field) => fields.includes(field)).map((field) =>
    (UNTOLD.includes(field) ? LABELS[field] : `${LABELS[field]}：最新 ${valueWords(field, theirs[field])}，您的 ${valueWords(field, mine[field])}`))
