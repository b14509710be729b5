import * as v from 'valibot'
import { deviceFieldsSchema, emptyDeviceFields, type DeviceFields } from '../../../domain/device/device'
import { storage } from '../../platform/storage'

/** One draft per person: who logs in next on the same device never sees it. */
const keyOf = (accountId: string): string => `device-draft:${accountId}`

/** While somebody types, a day may be unfinished and a text too long; that too must survive leaving the page. */
const typedFields = v.object(v.entriesFromList(Object.keys(deviceFieldsSchema.entries) as (keyof DeviceFields)[], v.nullable(v.string())))

const isEmpty = (fields: DeviceFields): boolean => JSON.stringify(fields) === JSON.stringify(emptyDeviceFields())

/** What was typed and not saved; `null` when nothing is kept. */
export function keptDraft(accountId: string): DeviceFields | null {
  const kept = v.safeParse(typedFields, storage.read(keyOf(accountId)))
  return kept.success ? ({ ...emptyDeviceFields(), ...kept.output } as DeviceFields) : null
}

/** Keeps what is typed on this device until it is saved or dropped. */
export const keepDraft = (accountId: string, fields: DeviceFields): void =>
  isEmpty(fields) ? storage.remove(keyOf(accountId)) : storage.write(keyOf(accountId), fields)

export const dropDraft = (accountId: string): void => storage.remove(keyOf(accountId))
