import type { CertificateDoc } from '../cloud/documents'
import type { Store } from '../emulator/store/types'
import { addDays, dayOf, timeOf } from '../domain/kernel/civil-day'

/** What the cloud answers at most at once. */
const PAGE = 1000

const isDue = ({ expiresOn, leadDays, sendTime, handling, reminder }: CertificateDoc, now: Date): boolean => {
  const today = dayOf(now)
  return expiresOn !== null && handling === null && addDays(expiresOn, -leadDays) <= today && today <= expiresOn && sendTime <= timeOf(now) && reminder.toldOn !== today
}

/**
 * The reminder that most of such programs have, written for the comparison: every minute it reads all certificates and asks each whether it is due. It runs
 * beside the store, without the wire and the cloud function that ours pays for. Answers how many are due.
 */
export const naiveTick = (store: Store, now: Date): number => {
  let due = 0
  for (let after = '', found = PAGE; found === PAGE;) {
    const docs = store.find('certificates', { _id: { $gt: after } }, { sort: { _id: 1 }, limit: PAGE }).docs as unknown as CertificateDoc[]
    due += docs.filter((certificate) => isDue(certificate, now)).length
    found = docs.length
    after = docs.at(-1)?._id ?? after
  }
  return due
}
