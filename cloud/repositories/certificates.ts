import { addDays, type CivilDay } from '../../domain/kernel/civil-day'
import type { CertificateDeviceDoc, CertificateDoc, HandlingPart } from '../documents'
import type { DocumentStore, FindOptions, Where } from '../ports'
import { rowId } from '../certificate-rows'
import { typeToken } from '../search-tokens'
import { ofInstitution } from './of-institution'

export type { AttachmentPart, CertificateDeviceDoc, CertificateDoc, HandlingPart } from '../documents'
export { certificateDeviceRows, devicelessRow, rowId, rowIdsOf } from '../certificate-rows'
export { certificateTokens, typeToken } from '../search-tokens'

export type Bucket = 'expired' | 'within-30' | 'within-90' | 'within-180' | 'ok' | 'long-term'

export interface CertificateFilter {
  institutionId: string
  /** null: every department. */
  departmentIds: readonly string[] | null
  /** Every one of them; empty: no keyword. */
  tokens: readonly string[]
  /** 设备类型; '' for any. */
  deviceType: string
  deviceId: string | null
  /** null: every type. */
  typeIds: readonly string[] | null
}

export type Order = 'near' | 'far'

interface Slice { order: Order | undefined; skip: number; limit: number }

/** By 有效期, 长期有效 as the farthest (S9): one index, read from either end. */
const byExpiry = (order: Order = 'near'): FindOptions['sort'] => {
  const direction = order === 'near' ? 1 : -1
  return [['longTerm', direction], ['expiresOn', direction]]
}

/** B26: today belongs to `within-30`. */
export function bucketWhere(bucket: Bucket, today: CivilDay): Where {
  if (bucket === 'long-term') return { longTerm: true }
  const after = (days: number): CivilDay => addDays(today, days)
  const ranges = {
    expired: { before: today },
    'within-30': { from: today, to: after(30) },
    'within-90': { after: after(30), to: after(90) },
    'within-180': { after: after(90), to: after(180) },
    ok: { after: after(180) },
  }
  return { longTerm: false, expiresOn: ranges[bucket] }
}

/** Certificates: a keyword may be met by any device, and so may the type. */
export function certificateWhere({ institutionId, departmentIds, tokens, deviceType, deviceId, typeIds }: CertificateFilter): Where {
  const all = [...tokens, ...(deviceType === '' ? [] : [typeToken(deviceType)])]
  return {
    ...ofInstitution(institutionId),
    ...(departmentIds && { departmentIds: { in: departmentIds } }),
    ...(all.length > 0 && { tokens: { all } }),
    ...(deviceId !== null && { deviceIds: deviceId }),
    ...(typeIds && { typeId: { in: typeIds } }),
  }
}

/** Rows: keyword, type and department are those of the row's own device. */
export function rowWhere({ institutionId, departmentIds, tokens, deviceType, deviceId, typeIds }: CertificateFilter): Where {
  const all = [...tokens, ...(deviceType === '' ? [] : [typeToken(deviceType)])]
  return {
    ...ofInstitution(institutionId),
    ...(departmentIds && { departmentId: { in: departmentIds } }),
    ...(all.length > 0 && { tokens: { all } }),
    ...(deviceId !== null && { deviceId }),
    ...(typeIds && { typeId: { in: typeIds } }),
  }
}

export const certificatePage = (store: DocumentStore, where: Where, { order, ...slice }: Slice): Promise<CertificateDoc[]> =>
  store.find('certificates', where, { sort: byExpiry(order), ...slice })

export const rowPage = async (store: DocumentStore, where: Where, { order, ...slice }: Slice): Promise<{ docs: CertificateDeviceDoc[]; total: number }> => {
  const [docs, total] = await Promise.all([store.find('certificate_devices', where, { sort: byExpiry(order), ...slice }), store.count('certificate_devices', where)])
  return { docs, total }
}

/** The rows of the first few devices of each certificate, by certificate id. */
export async function firstRows(store: DocumentStore, certificates: readonly CertificateDoc[], most: number): Promise<Map<string, CertificateDeviceDoc[]>> {
  const [first] = certificates
  if (!first) return new Map()
  const ids = certificates.flatMap(({ _id, deviceIds }) => deviceIds.slice(0, most).map((deviceId) => rowId(_id, deviceId)))
  const rows = await store.find('certificate_devices', { ...ofInstitution(first.institutionId), _id: { in: ids } }, { limit: Math.max(1, ids.length) })
  const byId = new Map(rows.map((row) => [row._id, row]))
  return new Map(certificates.map(({ _id, deviceIds }) => [_id, deviceIds.flatMap((deviceId) => byId.get(rowId(_id, deviceId)) ?? [])]))
}

export const certificatesByIds = async (store: DocumentStore, institutionId: string, ids: readonly string[]): Promise<CertificateDoc[]> =>
  (ids.length === 0 ? [] : store.find('certificates', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length }))

/** Others with the same 证件号 that still count (B33); the store's index on it is not unique, because a revoked one may stay. */
export async function sameNumber(store: DocumentStore, institutionId: string, number: string): Promise<Array<Pick<CertificateDoc, '_id' | 'typeId' | 'handling'>>> {
  if (number === '') return []
  return store.find('certificates', { ...ofInstitution(institutionId), number }, { limit: 20, fields: ['_id', 'typeId', 'handling'] })
}

/** 复审 and 注销 that are on record for certificates in a span of 有效期, for the expiry picture. */
export const handledAmong = (store: DocumentStore, where: Where): Promise<Array<{ expiresOn: CivilDay | null; longTerm: boolean; handling: HandlingPart | null }>> =>
  store.find('certificates', { ...where, 'handling.kind': { in: ['review', 'revoked'] } }, { limit: 5000, fields: ['_id', 'expiresOn', 'longTerm', 'handling'] })
