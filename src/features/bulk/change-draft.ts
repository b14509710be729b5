import { CERTIFICATE_LIMITS, DEFAULT_LEAD_DAYS, DEFAULT_SEND_TIME, type Channels } from '../../../domain/certificate/certificate'
import type { ReminderChange } from '../../../domain/job/reminder-change'

export interface Named { id: string; name: string }
export type Part = 'leadDays' | 'sendTime' | 'channels' | 'add' | 'remove'

/** The change as it is put together: only the parts that are ticked are changed. */
export interface ChangeDraft {
  parts: readonly Part[]
  /** `null`: no number stands there. */
  leadDays: number | null
  sendTime: string
  channels: Channels
  add: readonly Named[]
  remove: readonly Named[]
}

export const newChange: ChangeDraft = {
  parts: [], leadDays: DEFAULT_LEAD_DAYS, sendTime: DEFAULT_SEND_TIME, channels: { home: true, sms: false, wechat: false }, add: [], remove: [],
}

export const togglePart = (draft: ChangeDraft, part: Part): ChangeDraft =>
  ({ ...draft, parts: draft.parts.includes(part) ? draft.parts.filter((each) => each !== part) : [...draft.parts, part] })

const isDays = (days: number | null): days is number => days !== null && Number.isInteger(days) && days >= 0 && days <= CERTIFICATE_LIMITS.leadDays

/** What is still wrong with it; '' when it can be looked at. */
export function troubleOf({ parts, leadDays, add, remove }: ChangeDraft): string {
  if (parts.length === 0) return '请先勾选要改的内容。'
  if (parts.includes('leadDays') && !isDays(leadDays)) return `提前预警时间请填 0 到 ${CERTIFICATE_LIMITS.leadDays} 的整数。`
  if (parts.includes('add') && add.length === 0) return '请选要增加的通知人员。'
  if (parts.includes('remove') && remove.length === 0) return '请选要去掉的通知人员。'
  return ''
}

/** As the contract takes it; what is not ticked stays as it is. */
export const changeOf = ({ parts, leadDays, sendTime, channels, add, remove }: ChangeDraft): ReminderChange => ({
  leadDays: parts.includes('leadDays') ? leadDays : null,
  sendTime: parts.includes('sendTime') ? sendTime : null,
  channels: parts.includes('channels') ? channels : null,
  addRecipientIds: parts.includes('add') ? add.map(({ id }) => id) : [],
  removeRecipientIds: parts.includes('remove') ? remove.map(({ id }) => id) : [],
})
