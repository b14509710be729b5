import * as v from 'valibot'
import { certificateFilters } from './certificate'
import { deviceFilters } from './device'
import { EXPORTS } from './hourly'
import { command } from './operation'
import { count } from './shapes'

/**
 * The list as filtered, as an .xlsx with the guide's columns (B23, S8); who took it is on record. `url` is good for ten minutes.
 * Failures: export.nothing, export.too-many {rows, max}.
 */
export const exportCertificates = command('certificate.export', {
  input: v.strictObject(certificateFilters),
  output: v.strictObject({ name: v.string(), url: v.string(), rows: count }),
  may: 'certificate.read',
  fresh: true,
  hourly: EXPORTS,
})

/** 导出Excel of the device list as filtered (S47), every field of the archive. Failures: export.nothing, export.too-many {rows, max}. */
export const exportDevices = command('device.export', {
  input: v.strictObject(deviceFilters),
  output: v.strictObject({ name: v.string(), url: v.string(), rows: count }),
  may: 'device.read',
  fresh: true,
  hourly: EXPORTS,
})
