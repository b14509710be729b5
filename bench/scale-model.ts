import type { Collection } from '../cloud/documents'
import type { Unit, Units } from './scale-units'
import type inputsFile from './scale-inputs.json'

export type Inputs = typeof inputsFile

export interface Scale {
  hospitals: number
  certificates: number
  /** All documents, and bytes of documents and of their indexes. */
  documents: number; documentBytes: number; indexBytes: number; fileBytes: number
  perDay: { databaseCalls: number; databaseWrites: number; functionSeconds: number; functionCalls: number; messages: number; sms: number; templateMessages: number }
  /** CNY a month by kind. */
  cost: { database: number; functions: number; storage: number; sms: number }
  /** Minutes until everybody who is due at the busiest minute has been told. */
  drainMinutes: number
  /** What is over a provider's limit, in words. */
  over: string[]
}

const DAYS_PER_MONTH = 30
const GB = 1e9
const TICKS_PER_DAY = 1440

/** How many documents of each collection one hospital holds. */
export function documentsOf({ perHospital: each }: Inputs): Partial<Record<Collection, number>> {
  const deliveries = each.messagesPerDay * 365 * each.yearsKept
  return {
    institutions: 1, departments: 40, accounts: each.accounts, wechat_links: each.accounts * 0.8, followers: each.accounts * 0.6,
    devices: each.devices, device_covers: each.devices * 0.5, certificates: each.certificates,
    certificate_devices: each.certificates * each.devicesPerCertificate, certificate_cycles: each.certificates * (each.cyclesPerCertificate - 1),
    deliveries, delivery_attempts: deliveries * 0.6, inbox: deliveries * 0.4, audit: each.changesPerDay * 365 * each.yearsKept,
  }
}

/** How often each use happens in one hospital in a day; ticks belong to the environment. */
const usesOf = ({ perHospital: each }: Inputs): Record<string, number> => ({
  'opening the app': each.openingsPerDay, 'a list of certificates': each.certificateListsPerDay, 'a list of devices': each.deviceListsPerDay,
  'who may operate': each.matricesPerDay, 'a message': each.messagesPerDay, 'a change': each.changesPerDay, 'a night’s sweep': 1,
})

const spent = (units: Units, counts: Readonly<Record<string, number>>): Unit => Object.entries(counts).reduce((sum, [name, count]) => {
  const unit = units.uses[name] ?? { calls: 0, writes: 0, ms: 0 }
  return { calls: sum.calls + unit.calls * count, writes: sum.writes + unit.writes * count, ms: sum.ms + unit.ms * count }
}, { calls: 0, writes: 0, ms: 0 })

const bytesFor = (units: Units, counts: Partial<Record<Collection, number>>, kind: 'document' | 'indexes'): number =>
  Object.entries(counts).reduce((sum, [collection, count]) => sum + count * (units.bytes[collection as Collection]?.[kind] ?? 0), 0)

function perDayOf(hospitals: number, units: Units, inputs: Inputs): Scale['perDay'] {
  const counts = usesOf(inputs)
  const people = spent(units, counts)
  const ticks = spent(units, { 'an idle tick': TICKS_PER_DAY })
  const messages = hospitals * inputs.perHospital.messagesPerDay
  return {
    databaseCalls: people.calls * hospitals + ticks.calls, databaseWrites: people.writes * hospitals + ticks.writes, functionSeconds: (people.ms * hospitals + ticks.ms) / 1000,
    functionCalls: Object.values(counts).reduce((sum, count) => sum + count, 0) * hospitals + TICKS_PER_DAY, messages,
    sms: messages * inputs.perHospital.smsShare, templateMessages: messages * inputs.perHospital.templateMessageShare,
  }
}

type Sized = Pick<Scale, 'documentBytes' | 'indexBytes' | 'fileBytes' | 'perDay'>

function costOf({ documentBytes, indexBytes, fileBytes, perDay }: Sized, { prices, functionGB }: Inputs): Scale['cost'] {
  return {
    database: perDay.databaseCalls * DAYS_PER_MONTH / 10_000 * prices.databaseCallsPer10000 + (documentBytes + indexBytes) / GB * prices.databaseGBMonth,
    functions: perDay.functionSeconds * DAYS_PER_MONTH * functionGB * prices.functionGBSecond + perDay.functionCalls * DAYS_PER_MONTH / 10_000 * prices.functionCallsPer10000,
    storage: fileBytes / GB * prices.storageGBMonth,
    sms: perDay.sms * DAYS_PER_MONTH * prices.sms,
  }
}

function drainMinutes(hospitals: number, units: Units, { perHospital, limits }: Inputs): number {
  const msPerHospital = perHospital.messagesPerDay * perHospital.messagesDueAtOneMinute * (units.uses['a message']?.ms ?? 0)
  const perTick = Math.min(limits.institutionsPerTick, Math.floor(40_000 / Math.max(1, msPerHospital)) * limits.deliverParallel)
  return Math.ceil(hospitals / Math.max(1, perTick))
}

function overOf(perDay: Scale['perDay'], drain: number, { limits }: Inputs): string[] {
  return [
    ...(perDay.templateMessages > limits.templateMessagesPerDay ? ['template messages a day of one official account'] : []),
    ...(drain > 15 ? [`the busiest minute takes ${drain} minutes to be told by one timer`] : []),
  ]
}

/** What so many hospitals hold, do and cost in one environment. Pure: all that is measured is in `units`, all that is assumed in `inputs`. */
export function scaleOf(hospitals: number, units: Units, inputs: Inputs): Scale {
  const counts = documentsOf(inputs)
  const { perHospital } = inputs
  const sized = {
    documentBytes: hospitals * bytesFor(units, counts, 'document'), indexBytes: hospitals * bytesFor(units, counts, 'indexes'),
    fileBytes: hospitals * perHospital.certificates * perHospital.photosPerCertificate * perHospital.photoBytes, perDay: perDayOf(hospitals, units, inputs),
  }
  const drain = drainMinutes(hospitals, units, inputs)
  return {
    hospitals, certificates: hospitals * perHospital.certificates, documents: hospitals * Object.values(counts).reduce((sum, count) => sum + count, 0), ...sized,
    cost: costOf(sized, inputs), drainMinutes: drain, over: overOf(sized.perDay, drain, inputs),
  }
}
