import type { CivilDay } from '../../domain/kernel/civil-day'
import type { OriginalDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { ofInstitution, ownedBy } from './of-institution'

export type { OriginalDoc } from '../documents'

/** Of one institution; who lends more does not take back. */
const MOST_LOANS = 1000

/** null: nobody said anything of this certificate's original yet. */
export const originalOf = async (reader: Pick<DocumentStore, 'get'> | Pick<Transaction, 'get'>, institutionId: string, certificateId: string): Promise<OriginalDoc | null> =>
  ownedBy(await reader.get('originals', certificateId), institutionId)

/** What is lent out, by 应还日; `until`: due by this day. */
export const loansOf = (store: DocumentStore, institutionId: string, until: CivilDay = '9999-12-31'): Promise<OriginalDoc[]> =>
  store.find('originals', { ...ofInstitution(institutionId), 'loan.dueOn': { from: '0001-01-01', to: until } }, { sort: [['loan.dueOn', 1]], limit: MOST_LOANS })
