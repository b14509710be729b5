import type { DueCertificate } from '../../domain/reminder/due'
import type { MessageItem } from '../../domain/reminder/render'
import type { CertificateDeviceDoc, CertificateDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { dueFacts, inParts, type Rulebook } from './due'
import { ofInstitution } from './of-institution'
import type { RuleBook } from './rules'

/** A certificate as it stands when a message about it is about to be sent. */
export interface Content {
  facts(nextAt: Date): DueCertificate
  /** `null` when it never expires: then there is nothing to say. */
  item: MessageItem | null
}

const FACTS = [
  'institutionId', 'typeId', 'reminder', 'cycle', 'expiresOn', 'longTerm', 'leadDays', 'sendTime', 'channels', 'handling', 'createdBy', 'updatedBy', 'relatedRoles', 'recipientIds',
  'number', 'holderName', 'template', 'deviceIds',
] as const
const ROW = ['certificateId', 'deviceId', 'deviceName', 'departmentName'] as const
/** Devices on one certificate, at most. */
const DEVICES = 200

/** One without devices is called by its type. */
function itemOf(doc: CertificateDoc, rows: readonly CertificateDeviceDoc[], { nameOf, menuOf }: Asked['book']): MessageItem | null {
  if (doc.expiresOn === null) return null
  const inOrder = [...rows].sort((a, b) => doc.deviceIds.indexOf(a.deviceId) - doc.deviceIds.indexOf(b.deviceId))
  return {
    certificateId: doc._id, cycle: doc.cycle, expiresOn: doc.expiresOn, template: doc.template, menu: menuOf(doc.typeId), number: doc.number, holderName: doc.holderName,
    deviceNames: inOrder.length === 0 ? [nameOf(doc.typeId)] : inOrder.map(({ deviceName }) => deviceName), deviceless: inOrder.length === 0, departmentNames: inOrder.map(({ departmentName }) => departmentName),
  }
}

interface Asked { institutionId: string; book: Rulebook & Pick<RuleBook, 'nameOf' | 'menuOf'> }

async function partOf(store: DocumentStore, { institutionId, book }: Asked, ids: readonly string[]): Promise<Array<[string, Content]>> {
  const [docs, rows] = await Promise.all([
    store.find('certificates', { ...ofInstitution(institutionId), _id: { in: ids } }, { limit: ids.length, fields: FACTS }),
    store.find('certificate_devices', { certificateId: { in: ids } }, { limit: ids.length * DEVICES, fields: ROW }),
  ])
  const rowsOf = new Map<string, CertificateDeviceDoc[]>()
  for (const row of rows.filter(({ deviceId }) => deviceId !== '')) rowsOf.set(row.certificateId, [...(rowsOf.get(row.certificateId) ?? []), row])
  return docs.map((doc) => [doc._id, { facts: (nextAt) => dueFacts(doc, nextAt, book), item: itemOf(doc, rowsOf.get(doc._id) ?? [], book) }])
}

/** These certificates of the institution now, by id; what was deleted is not in it. */
export async function contentsOf(store: DocumentStore, asked: Asked, ids: readonly string[]): Promise<ReadonlyMap<string, Content>> {
  const parts = inParts([...new Set(ids)]).map((part) => partOf(store, asked, part))
  return new Map((await Promise.all(parts)).flat())
}
