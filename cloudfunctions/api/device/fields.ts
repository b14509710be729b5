import type { DeviceFields } from '../../../domain/device/device'
import { failOnFields } from '../../../domain/kernel/failure'
import { tidy } from '../../../domain/kernel/text'
import type { DeviceNumber } from '../../../cloud/repositories/device-keys'

/** Texts as they are stored: visible characters without blanks at either end. */
export const tidyFields = (fields: DeviceFields): DeviceFields => ({
  ...fields,
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? tidy(value) : value])),
})

/** No 设备编码 twice; two makers may have the same 序列号. */
export const failOnTaken = (taken: readonly DeviceNumber[]): void =>
  failOnFields('invalid-input', taken.includes('assetNumber') ? { assetNumber: 'device.asset-taken' } : {})
