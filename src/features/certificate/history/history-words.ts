import type { certificateHistory } from '../../../../contract/certificate'
import type { OutputOf } from '../../../../contract/operation'
import { LABELS } from '../form/field-labels'
import { GENDER_WORDS, HANDLING_WORDS } from '../wording'

export type HistoryEntry = OutputOf<typeof certificateHistory>['rows'][number]
type FieldChange = HistoryEntry['changes'][number]

/** What the things of a field that is a list are counted in. */
export const LISTS: Readonly<Record<string, string>> = { deviceIds: '台', recipientIds: '人', attachmentIds: '份', channels: '种', relatedRoles: '项' }
const OTHER_LABELS: Readonly<Record<string, string>> = { cycle: '周期', typeId: '证件类型', transferredTo: '转交给', note: '说明' }
/** What an operation adds has no former value to be told. */
const ADDED: readonly string[] = ['transferredTo', 'note']
const DONE: Readonly<Record<string, string>> = {
  'certificate.save': '修改', 'certificate.reopen': '恢复提醒', 'certificate.transfer': '转交', 'certificate.leave-shared': '另存为仅本设备', 'certificate.split': '另存为仅本设备',
}

const labelOf = (field: string): string => (LABELS as Readonly<Record<string, string>>)[field] ?? OTHER_LABELS[field] ?? '其他信息'

/** A field's single value in words; 空 when nothing is filled in. */
export const valueWords = (field: string, value: FieldChange['before']): string => {
  if (value === null || value === '') return '空'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return field === 'gender' ? (GENDER_WORDS as Readonly<Record<string, string>>)[value] ?? String(value) : String(value)
}

const movedWords = ({ added, removed }: FieldChange, unit: string): string =>
  [added > 0 ? `增加 ${added} ${unit}` : '', removed > 0 ? `减少 ${removed} ${unit}` : ''].filter((word) => word !== '').join('，') || '调整了顺序'

/** 「有效期至：2025-01-31 → 2029-01-31」, 「关联设备：增加 2 台」. */
export function changeWords(change: FieldChange): string {
  const { field, before, after } = change
  const unit = LISTS[field]
  if (ADDED.includes(field) && before === null) return `${labelOf(field)}：${valueWords(field, after)}`
  return `${labelOf(field)}：${unit === undefined ? `${valueWords(field, before)} → ${valueWords(field, after)}` : movedWords(change, unit)}`
}

/** What was done, in a word; the oldest entry of a certificate is its 录入, unless it tells of a change to one that came from elsewhere. */
export function doneWords({ operation, kind, changes }: Pick<HistoryEntry, 'operation' | 'kind' | 'changes'>, isFirst: boolean): string {
  if (kind !== null) return `处理：${HANDLING_WORDS[kind]}`
  return isFirst && changes.length === 0 ? '录入' : DONE[operation] ?? '更新'
}
