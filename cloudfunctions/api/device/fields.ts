import type { DeviceFields } from '../../../domain/device/device'
import { tidy } from '../../../domain/kernel/text'

/** Texts as they are stored: visible characters without blanks at either end. */
export const tidyFields = (fields: DeviceFields): DeviceFields => ({
  ...fields,
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? tidy(value) : value])),
})
