import type { DeviceRecordDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

export type { DeviceRecordDoc } from '../documents'

interface Asked { institutionId: string; deviceId: string; kind: DeviceRecordDoc['kind'] }

/** What is on record of one kind, the latest first. */
export const deviceRecordPage = async (store: DocumentStore, { institutionId, deviceId, kind }: Asked, slice: { skip: number; limit: number }): Promise<{ docs: DeviceRecordDoc[]; total: number }> => {
  const where = { ...ofInstitution(institutionId), deviceId, kind }
  const [docs, total] = await Promise.all([store.find('device_records', where, { sort: [['on', -1], ['at', -1]], ...slice }), store.count('device_records', where)])
  return { docs, total }
}

/** The company whose contract began last, without one record; '' for none (S53). */
export async function maintainerWithout(store: DocumentStore, asked: Omit<Asked, 'kind'>, recordId: string): Promise<string> {
  const { docs } = await deviceRecordPage(store, { ...asked, kind: 'maintainer' }, { skip: 0, limit: 2 })
  return docs.find(({ _id }) => _id !== recordId)?.title ?? ''
}

/** Whether anything at all happened to a device. */
export const hasDeviceRecords = async (store: DocumentStore, institutionId: string, deviceId: string): Promise<boolean> =>
  (await store.count('device_records', { ...ofInstitution(institutionId), deviceId })) > 0
