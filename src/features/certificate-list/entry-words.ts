import type { CertificateEntry } from '../../../contract/certificate'
import type { HandlingKind } from '../../../domain/certificate/handling'
import { activeHandling, stateOf, type StateFacts } from '../../../domain/certificate/validity'
import type { CivilDay } from '../../../domain/kernel/civil-day'

/** Who holds it, and the 证件号 beside; whichever of the two is missing, the other opens the entry. */
export const nameOf = ({ holderName, number }: CertificateEntry): { name: string; extra: string } =>
  holderName === '' ? { name: number, extra: '' } : { name: holderName, extra: number }

/** The first device with its 唯一码, or with how many there are (S9). */
export function deviceWords({ devices, deviceCount, typeName }: CertificateEntry): { device: string; code: string } {
  const [first] = devices
  if (first === undefined) return { device: typeName || '未关联设备', code: '' }
  return { device: first.name, code: deviceCount > 1 ? `等 ${deviceCount} 台` : first.code }
}

/** 复审中 and 停用 are the state itself; the others are told beside the date. */
const HANDLED: Partial<Record<HandlingKind, string>> = { noted: '已处理', snoozed: '暂缓提醒' }

/** Departments of the first devices, 有效期至, and how its warning was handled. */
export function factsOf({ devices, expiresOn, handling, typeName, waiting }: CertificateEntry, today: CivilDay): string[] {
  const departments = [...new Set(devices.map(({ department }) => department.name))].join('、')
  const handled = HANDLED[activeHandling(handling, today)?.kind ?? 'renewed']
  return [devices.length === 0 ? '' : typeName, departments, expiresOn === null ? '' : `有效期至 ${expiresOn}`, handled ?? '', waiting ? '待审核' : ''].filter((fact) => fact !== '')
}

/** What is near its end or beyond it is renewed straight from the list (B13). */
export const isNearEnd = (certificate: StateFacts, today: CivilDay): boolean => ['expired', 'today', 'within-30', 'within-90', 'review'].includes(stateOf(certificate, today).state)
