import type { PersonDoc } from '../documents'
import type { DocumentStore } from '../ports'
import { forgetMessages, forgetWechat, forgotten } from './forget-account'
import { ofInstitution } from './of-institution'
import { accountOfPerson, countCertificatesOf } from './people'

interface Asked { before: Date; now: Date; most: number }

/** Who left before it was kept since when counts from today: longer than needed, never shorter. */
const countFromNow = (store: DocumentStore, institutionId: string, now: Date): Promise<number> =>
  store.update('people', { ...ofInstitution(institutionId), presence: 'left', leftAt: null }, { set: { leftAt: now } })

/** false: something of his is kept yet, or his account is in use. */
async function removed(store: DocumentStore, { _id, institutionId }: PersonDoc): Promise<boolean> {
  const account = await accountOfPerson(store, institutionId, _id)
  if (account?.active || (await countCertificatesOf(store, { institutionId, personId: _id })) > 0) return false
  const went = await store.transaction(async (tx) => {
    const [person, his] = [await tx.get('people', _id), account && await tx.get('accounts', account._id)]
    if (person?.presence !== 'left' || his?.active) return false
    await tx.remove('people', _id)
    if (!his) return true
    await tx.set('accounts', forgotten(his))
    await forgetWechat({ store, tx }, his)
    return true
  })
  if (went && account) await forgetMessages(store, account)
  return went
}

async function removedOf(store: DocumentStore, people: readonly PersonDoc[]): Promise<number> {
  let count = 0
  for (const person of people) count += (await removed(store, person)) ? 1 : 0
  return count
}

/**
 * Records of those who left before that instant and of whom no certificate is kept, with what reaches them through their accounts. All of them are gone by in pages of `most`,
 * for those who must stay would stand before the others for good. `over`: the time is up.
 */
export async function removeLeft(store: DocumentStore, institutionId: string, { before, now, most, over }: Asked & { over: () => boolean }): Promise<{ people: number; more: boolean }> {
  await countFromNow(store, institutionId, now)
  let [people, kept] = [0, 0]
  while (!over()) {
    const page = await store.find('people', { ...ofInstitution(institutionId), presence: 'left', leftAt: { before } }, { sort: [['leftAt', 1]], skip: kept, limit: most })
    const went = await removedOf(store, page)
    people += went
    kept += page.length - went
    if (page.length < most) return { people, more: false }
  }
  return { people, more: true }
}
