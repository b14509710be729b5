import { dueName } from '../../../domain/certificate/type-menu'
import type { PlanRow } from '../../../contract/plan'

/** Whose certificate it is, and the 证件号 beside; whichever of the two is missing, the other opens the entry. 保养 and 计量 have neither: what falls due. */
export const nameOf = ({ holderName, number, plan, typeName }: PlanRow): { name: string; extra: string } =>
  (plan ? { name: dueName(typeName), extra: '' } : holderName === '' ? { name: number, extra: '' } : { name: holderName, extra: number })

/** The first device with its 唯一码, or with how many there are (S9). */
export function deviceOf({ devices, deviceCount }: PlanRow): { device: string; code: string } {
  const [first] = devices
  if (first === undefined) return { device: '未关联设备', code: '' }
  return { device: first.name, code: deviceCount > 1 ? `等 ${deviceCount} 台` : first.code }
}
