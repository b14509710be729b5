import type { CertificateDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

type Told = Pick<CertificateDoc, '_id' | 'number' | 'holderName' | 'createdBy' | 'updatedBy' | 'relatedRoles' | 'recipientIds'>
const FIELDS: ReadonlyArray<keyof Told> = ['_id', 'number', 'holderName', 'createdBy', 'updatedBy', 'relatedRoles', 'recipientIds']

/** Certificates that name an account, or that it entered or edited last; each once. `limit` per question. */
export async function certificatesAround(store: DocumentStore, { institutionId, accountId }: { institutionId: string; accountId: string }, limit: number): Promise<Told[]> {
  const asked = (['recipientIds', 'createdBy', 'updatedBy'] as const)
    .map((field) => store.find('certificates', { ...ofInstitution(institutionId), [field]: accountId }, { sort: [['expiresOn', 1]], limit, fields: FIELDS }))
  const found = (await Promise.all(asked)).flat()
  return [...new Map(found.map((each) => [each._id, each])).values()]
}
