import type { PrintOrderDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { ofInstitution } from './of-institution'

export type { PrintOrderDoc } from '../documents'

export const labelOrderPage = async (store: DocumentStore, institutionId: string, slice: { skip: number; limit: number }): Promise<{ docs: PrintOrderDoc[]; total: number }> => {
  const where = ofInstitution(institutionId)
  const [docs, total] = await Promise.all([store.find('print_orders', where, { sort: [['at', -1]], ...slice }), store.count('print_orders', where)])
  return { docs, total }
}
