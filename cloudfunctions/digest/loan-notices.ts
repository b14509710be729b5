import { isLoanReminded, loanNotice } from '../../domain/certificate/original'
import type { CivilDay } from '../../domain/kernel/civil-day'
import type { DocumentStore } from '../../cloud/ports'
import { accountsByIds } from '../../cloud/repositories/accounts'
import { certificatesByIds } from '../../cloud/repositories/certificates'
import type { Notice } from '../../cloud/repositories/inbox-write'
import { loansOf } from '../../cloud/repositories/originals'

interface Asked { institutionId: string; today: CivilDay; now: Date; managerIds: readonly string[] }

/**
 * Originals that should be back, told to who lent them, or to the managers when he is not there any more (B36): one message a day for all of his. The
 * same ids however often it is repeated.
 */
export async function loanNotices(store: DocumentStore, { institutionId, today, now, managerIds }: Asked): Promise<Notice[]> {
  const due = (await loansOf(store, institutionId, today)).flatMap(({ _id, loan }) => (loan !== null && isLoanReminded(loan, today) ? [{ id: _id, ...loan }] : []))
  if (due.length === 0) return []
  const [certificates, lenders] = await Promise.all([
    certificatesByIds(store, institutionId, due.map(({ id }) => id)), accountsByIds(store, institutionId, [...new Set(due.map(({ byAccountId }) => byAccountId))]),
  ])
  const byId = new Map(certificates.map((doc) => [doc._id, doc]))
  const present = new Set(lenders.filter(({ active }) => active).map(({ _id }) => _id))
  const mine = new Map<string, typeof due>()
  for (const loan of due) (present.has(loan.byAccountId) ? [loan.byAccountId] : managerIds).forEach((id) => mine.set(id, [...mine.get(id) ?? [], loan]))
  return [...mine].map(([accountId, loans]) => ({
    institutionId, accountId, deliveryId: `${institutionId}:loans:${today}:${accountId}`, at: now, items: [],
    ...loanNotice(loans.map(({ id, ...loan }) => ({ ...loan, holderName: byId.get(id)?.holderName ?? '', number: byId.get(id)?.number ?? '' })), today),
  }))
}
