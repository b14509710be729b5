import { changedFields } from '../../platform/form-draft'
import type { TypeForm } from './type-form'

const RULES: ReadonlyArray<keyof TypeForm> = ['rhythm', 'steps', 'afterExpiry', 'escalation']
const DEMANDS: ReadonlyArray<keyof TypeForm> = ['requiredFields', 'needsDevice', 'needsPerson']
const PROPOSALS: ReadonlyArray<keyof TypeForm> = ['leadDays', 'reviewDays', 'validityMonths']

/** What saving these changes does to the certificates of this type that exist already; said before it is saved. */
export function effectWords(base: TypeForm, form: TypeForm, certificates: number): string[] {
  const changed = changedFields(base, form)
  const touches = (fields: ReadonlyArray<keyof TypeForm>): boolean => fields.some((field) => changed.includes(field))
  if (certificates === 0) return []
  return [
    ...(touches(RULES) ? [`已有的 ${certificates} 张证按新的节奏重新计算提醒计划；今天已提醒过的，今天不会再提醒一次。`] : []),
    ...(touches(DEMANDS) ? ['已保存的证不受影响，下次修改时才按新的要求检查。'] : []),
    ...(touches(PROPOSALS) ? ['提前预警时间、复审窗口和通常有效期用于新增的证；已有的证保持各自填写的内容。'] : []),
    ...(changed.includes('active') && !form.active ? [`停用后不能再新增这类证；已有的 ${certificates} 张照常提醒。`] : []),
  ]
}
