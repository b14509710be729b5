import type { Collection, Documents } from '../cloud/documents'
import { account, certificate, credit, follower, link, rowsOf } from '../cloud/testing/reminder-bench'
import { instantOf } from '../domain/kernel/civil-day'
import type { Store } from '../emulator/store/types'

export const DAY = '2027-03-01'
export const INSTITUTIONS = 100
export const ACCOUNTS = 300
export const CERTIFICATES = 1_000
const RECIPIENTS = 3

/** A number of [0, 1) after the other, the same for the same seed (mulberry32). */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const first = Math.imul(state ^ (state >>> 15), 1 | state)
    const second = (first + Math.imul(first ^ (first >>> 7), 61 | first)) ^ first
    return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32
  }
}

const at = <T extends { institutionId: string }>(institutionId: string, doc: T): T => ({ ...doc, institutionId })

const put = async <C extends Collection>(store: Store, name: C, docs: ReadonlyArray<Documents[C]>): Promise<void> => {
  await store.insert(name, docs as unknown as Array<Record<string, unknown>>)
}

/** Everybody is bound; two of three follow the official account, the third has consents for the mini-program's messages. */
const fillAccounts = async (store: Store, institution: number, ids: readonly string[]): Promise<void> => {
  const name = `inst-${institution}`
  const phoneOf = (n: number): string => `139${String(institution * ACCOUNTS + n).padStart(8, '0')}`
  await put(store, 'accounts', ids.map((id, n) => at(name, account(id, { loginName: id, phone: phoneOf(n) }))))
  await put(store, 'wechat_links', ids.map((id) => at(name, link(id))))
  await put(store, 'followers', ids.filter((_, n) => n % 3 > 0).map(follower))
  await put(store, 'subscription_credits', ids.filter((_, n) => n % 3 === 0).map((id) => at(name, credit(id, 3))))
}

/** One institution whose certificates are all due at 08:00 of the day, each naming three of three hundred accounts. */
export const fillInstitution = async (store: Store, institution: number, { next, certificates }: { next: () => number; certificates: number }): Promise<void> => {
  const name = `inst-${institution}`
  const ids = Array.from({ length: ACCOUNTS }, (_, n) => `acc-${institution}-${n}`)
  await fillAccounts(store, institution, ids)
  const savedAt = instantOf(DAY, '07:00:00')
  const docs = Array.from({ length: certificates }, (_, n) => at(name, certificate(`c-${institution}-${n}`, {
    expiresOn: `2027-03-${String(2 + (n % 28)).padStart(2, '0')}`, leadDays: 180, sendTime: '08:00:00', relatedRoles: [], deviceIds: [`dev-${institution}-${n}`],
    recipientIds: Array.from({ length: RECIPIENTS }, () => ids[Math.floor(next() * ACCOUNTS)]!), holderName: `人员${n}`, number: `B${institution}-${n}`,
  }, savedAt)))
  await put(store, 'certificates', docs)
  await put(store, 'certificate_devices', docs.flatMap(rowsOf).map((row) => at(name, row)))
}

/** A hundred institutions with a thousand certificates each, every one due at 08:00 of the day and naming three of three hundred accounts. */
export const fillBurst = async (store: Store): Promise<void> => {
  const next = chanceOf(8)
  for (let institution = 0; institution < INSTITUTIONS; institution += 1) await fillInstitution(store, institution, { next, certificates: CERTIFICATES })
}
