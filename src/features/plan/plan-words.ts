import type { PlanRow } from '../../../contract/plan'

/** Whose certificate it is, and the 证件号 beside; whichever of the two is missing, the other opens the entry. */
export const nameOf = ({ holderName, number }: PlanRow): { name: string; extra: string } =>
  (holderName === '' ? { name: number, extra: '' } : { name: holderName, extra: number })

/** The first device with its 唯一码, or with how many there are (S9). */
export function deviceOf({ devices, deviceCount }: PlanRow): { device: string; code: string } {
  const [first] = devices
  if (first === undefined) return { device: '未关联设备', code: '' }
  return { device: first.name, code: deviceCount > 1 ? `等 ${deviceCount} 台` : first.code }
}
