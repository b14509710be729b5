import type { CertificateForm } from '../../../../domain/certificate/certificate'
import { CHANNELS } from '../../../../domain/reminder/channel'
import { LISTS, valueWords } from '../history/history-words'
import { CHANNEL_WORDS, ROLE_WORDS } from '../wording'
import { LABELS } from './field-labels'

type Field = keyof CertificateForm

function wordsOf(field: Field, form: CertificateForm): string {
  const value = form[field]
  if (field === 'channels') return valueWords(field, CHANNELS.filter((channel) => form.channels[channel]).map((channel) => CHANNEL_WORDS[channel]).join('、'))
  if (field === 'relatedRoles') return valueWords(field, form.relatedRoles.map((role) => ROLE_WORDS[role]).join('、'))
  if (Array.isArray(value)) return `${value.length} ${LISTS[field] ?? '项'}`
  return valueWords(field, typeof value === 'object' ? null : value ?? null)
}

/** 证件类型 is an id that says nothing to a person. */
const UNTOLD: readonly Field[] = ['typeId']

/** What both changed, with both values (「颁证单位：最新 市卫健委，您的 省卫健委」), in the form's order. */
export const bothVersions = (fields: readonly Field[], { theirs, mine }: { theirs: CertificateForm; mine: CertificateForm }): string[] =>
  (Object.keys(LABELS) as Field[]).filter((field) => fields.includes(field)).map((field) =>
    (UNTOLD.includes(field) ? LABELS[field] : `${LABELS[field]}：最新 ${wordsOf(field, theirs)}，您的 ${wordsOf(field, mine)}`))
