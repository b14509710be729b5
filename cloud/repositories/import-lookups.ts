import type { AccountDoc, CertificateDoc, DeviceDoc, PersonDoc, UploadDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { inParts } from './due'
import { ofInstitution } from './of-institution'

/** Values of one question; several documents may have the same. */
const PART = 200
const MOST = 1000

const unique = (values: readonly string[]): string[] => [...new Set(values)].filter((value) => value !== '')

async function inTurns<T>(values: readonly string[], ask: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (const part of inParts(unique(values), PART)) found.push(...await ask(part))
  return found
}

export type DeviceFound = Pick<DeviceDoc, '_id' | 'institutionId' | 'code' | 'departmentId' | 'fields'>
const DEVICE = ['_id', 'institutionId', 'code', 'departmentId', 'fields.assetNumber'] as const

/** Devices by 唯一码, as rows of a sheet name them. */
export const devicesByCodes = (store: DocumentStore, institutionId: string, codes: readonly string[]): Promise<DeviceFound[]> =>
  inTurns(codes, (part) => store.find('devices', { ...ofInstitution(institutionId), code: { in: part } }, { limit: MOST, fields: DEVICE }))

/** Devices by 设备编码, which is the hospital's own and not always unique (S16). */
export const devicesByAssetNumbers = (store: DocumentStore, institutionId: string, numbers: readonly string[]): Promise<DeviceFound[]> =>
  inTurns(numbers, (part) => store.find('devices', { ...ofInstitution(institutionId), 'fields.assetNumber': { in: part } }, { limit: MOST, fields: DEVICE }))

/** Devices by 序列号. */
export const devicesBySerialNumbers = (store: DocumentStore, institutionId: string, numbers: readonly string[]): Promise<DeviceFound[]> =>
  inTurns(numbers, (part) => store.find('devices', { ...ofInstitution(institutionId), 'fields.serialNumber': { in: part } }, { limit: MOST, fields: [...DEVICE, 'fields.serialNumber'] }))

/** Certificates with one of these 证件号 that still count (B33). */
export async function certificatesByNumbers(store: DocumentStore, institutionId: string, numbers: readonly string[]): Promise<Array<Pick<CertificateDoc, '_id' | 'number' | 'typeId' | 'handling'>>> {
  const found = await inTurns(numbers, (part) => store.find('certificates', { ...ofInstitution(institutionId), number: { in: part } }, { limit: MOST, fields: ['_id', 'number', 'typeId', 'handling'] }))
  return found.filter(({ handling }) => handling?.kind !== 'revoked')
}

/** People by 工号 (B27). */
export const peopleByStaffNumbers = (store: DocumentStore, institutionId: string, numbers: readonly string[]): Promise<PersonDoc[]> =>
  inTurns(numbers, (part) => store.find('people', { ...ofInstitution(institutionId), staffNumber: { in: part } }, { limit: MOST }))

/** Accounts by log-in name, those switched off too. */
export const accountsByLoginNames = (store: DocumentStore, institutionId: string, loginNames: readonly string[]): Promise<Array<Pick<AccountDoc, '_id' | 'loginName'>>> =>
  inTurns(loginNames, (part) => store.find('accounts', { ...ofInstitution(institutionId), loginName: { in: part } }, { limit: MOST, fields: ['_id', 'loginName'] }))

/** Photos that were unpacked out of one pack begin with its id. */
export const photoId = (packId: string, place: number): string => `${packId}:${String(place).padStart(5, '0')}`
const MOST_PHOTOS = 3000

/** Photos of one pack that are still to be had; the owner's alone. */
export const photosOfPack = (store: DocumentStore, owner: { institutionId: string; accountId: string }, packId: string): Promise<UploadDoc[]> =>
  store.find('uploads', { ...ofInstitution(owner.institutionId), accountId: owner.accountId, state: 'confirmed', _id: { from: `${packId}:`, before: `${packId};` } }, { limit: MOST_PHOTOS, fields: ['_id', 'name'] })
