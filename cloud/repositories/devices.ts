import { DEVICE_OPERATOR_ID } from '../../domain/certificate/certificate'
import { entitles } from '../../domain/certificate/type-menu'
import { isRetired, type DeviceStatus } from '../../domain/device/device'
import type { CertificateDoc, DeviceDoc } from '../documents'
import type { DocumentStore, Transaction, Where } from '../ports'
import { ofInstitution } from './of-institution'
import { typesOf } from './rules'

export type { DeviceDoc } from '../documents'
export { deviceTokens } from '../search-tokens'

export interface DeviceFilter {
  institutionId: string
  /** null: every department. */
  departmentIds: readonly string[] | null
  /** Every one of them; empty: no keyword. */
  tokens: readonly string[]
  /** 在档状态; left out: any. */
  status?: DeviceStatus
}
export interface Slice { skip: number; limit: number }

const whereOf = ({ institutionId, departmentIds, tokens, status }: DeviceFilter): Where => ({
  ...ofInstitution(institutionId),
  ...(departmentIds && { departmentId: { in: departmentIds } }),
  ...(tokens.length > 0 && { tokens: { all: tokens } }),
  ...(status && { status }),
})

/** 应有持证人数 as stored; one where nobody has said (B4). */
export const holdersWantedOf = ({ holdersWanted = 1 }: Pick<DeviceDoc, 'holdersWanted'>): number => holdersWanted

/** How many holders a device demands now: one out of use none. */
export const holdersDemanded = (device: Pick<DeviceDoc, 'holdersWanted' | 'status'>): number => (isRetired(device.status) ? 0 : holdersWantedOf(device))

/** 唯一码 descending (S9, S47). */
export const devicePage = async (store: DocumentStore, filter: DeviceFilter, slice: Slice): Promise<{ docs: DeviceDoc[]; total: number }> => {
  const where = whereOf(filter)
  const [docs, total] = await Promise.all([store.find('devices', where, { sort: [['code', -1]], ...slice }), store.count('devices', where)])
  return { docs, total }
}

/** What the store answers at once. */
const BATCH = 1000

/** Every device by 唯一码 descending, in batches; each begins behind the last one's 唯一码, so that the hundredth costs no more than the first. `after`: where to go on. */
export async function* everyDevice(store: DocumentStore, filter: DeviceFilter, after: string | null = null): AsyncGenerator<DeviceDoc[]> {
  let last = after
  for (;;) {
    const docs: DeviceDoc[] = await store.find('devices', { ...whereOf(filter), ...(last !== null && { code: { before: last } }) }, { sort: [['code', -1]], limit: BATCH })
    if (docs.length > 0) yield docs
    if (docs.length < BATCH) return
    last = docs.at(-1)?.code ?? null
  }
}

export const countDevices = (store: DocumentStore, filter: DeviceFilter): Promise<number> => store.count('devices', whereOf(filter))

/** By id, in no order; ids of another institution are left out. */
export const devicesByIds = async (store: DocumentStore, institutionId: string, ids: readonly string[]): Promise<DeviceDoc[]> =>
  (ids.length === 0 ? [] : store.find('devices', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length }))

export const deviceCounterId = (institutionId: string): string => `${institutionId}:device-code`

/** The largest number in use: where the count goes on when the institution has no counter yet. */
export async function largestNumber(store: DocumentStore, institutionId: string): Promise<number> {
  const [last] = await store.find('devices', ofInstitution(institutionId), { sort: [['code', -1]], limit: 1, fields: ['code'] })
  return Number(last?.code ?? 0)
}

/** The next running number (S16). Taken in the transaction that stores its device, so none is lost and none given twice. */
export async function takeNumber(tx: Transaction, institutionId: string, floor: number): Promise<number> {
  const id = deviceCounterId(institutionId)
  const counter = await tx.get('counters', id)
  const value = Math.max(counter?.value ?? 0, floor) + 1
  await tx.set('counters', { _id: id, schema: 1, institutionId, value })
  return value
}

type Paper = Pick<CertificateDoc, 'typeId' | 'deviceIds' | 'personId' | 'holderName' | 'title' | 'birthMonth' | 'issuedOn' | 'validFrom' | 'expiresOn' | 'longTerm' | 'handling' | '_id' | 'institutionId'>
const PAPER: ReadonlyArray<keyof Paper> = ['_id', 'typeId', 'institutionId', 'deviceIds', 'personId', 'holderName', 'title', 'birthMonth', 'issuedOn', 'validFrom', 'expiresOn', 'longTerm', 'handling']
/** Certificates that name one page of devices. */
const MOST_PAPERS = 5000

/** Every paper that names one of these devices: certificates, licences and plans. */
export const papersNaming = async (store: DocumentStore, institutionId: string, deviceIds: readonly string[]): Promise<Paper[]> =>
  (deviceIds.length === 0 ? [] : store.find('certificates', { ...ofInstitution(institutionId), deviceIds: { in: deviceIds } }, { limit: MOST_PAPERS, fields: PAPER }))

/** What says who may operate these devices (B4): their certificates, as far as validity goes. Licences and plans entitle nobody. */
export async function papersOfDevices(store: DocumentStore, institutionId: string, deviceIds: readonly string[]): Promise<Paper[]> {
  const papers = await papersNaming(store, institutionId, deviceIds)
  if (papers.every(({ typeId }) => typeId === DEVICE_OPERATOR_ID)) return papers
  const others = new Set((await typesOf(store, institutionId)).filter(({ type }) => !entitles(type.menu)).map(({ type }) => type.id))
  return papers.filter(({ typeId }) => !others.has(typeId))
}
