import type { AccountDoc, CertificateDoc } from '../cloud/documents'
import type { Clock } from '../cloud/ports'
import { account, certificate, credit, follower, link, rowsOf } from '../cloud/testing/reminder-bench'
import { memoryStore, type MemoryStore } from '../cloud/testing/memory-store'
import { planned } from '../cloudfunctions/api/certificate/reminder'
import type { ReminderRules } from '../domain/reminder/rules'
import { dayAfter, localInstant } from './calendar'
import { luckOf, type Luck } from './chance'
import { openJournal, type Journal } from './journal'
import { documentsOf, drawHospital, roleOf, settingsFor, TYPES, type Hospital } from './settings'
import { openWitness, type Witness } from './witness'

/** Two hospitals live side by side: one must never be held up by the other, nor mixed with it. */
export const HOSPITALS = ['inst-a', 'inst-b'] as const
export const FIRST_DAY = '2024-02-20'
const PEOPLE_EACH = 5
const CERTIFICATES_EACH = 7
export const SEND_TIMES = ['08:00:00', '08:00:00', '08:00:00', '10:00:00', '10:05:30', '14:00:00'] as const

export interface World {
  luck: Luck
  store: MemoryStore
  clock: Clock & { set(now: Date): void; pass(ms: number): void }
  journal: Journal
  witness: Witness
  people: Readonly<Record<string, readonly string[]>>
  /** What each has set now. */
  hospitals: Record<string, Hospital>
  /** Providers are up and nobody dies: what is due must now arrive. */
  calm: boolean
  /** Two instances were at the same hospital today, or one was taken for dead. */
  crowded: boolean
  /** Numbers given to certificates and ids so far. */
  counted: { certificates: number; ids: number }
  /** The first promise that was seen to be broken while an instance was at work, which swallows what its calls throw. */
  broken: unknown
}

const peopleOf = (hospital: string): string[] => Array.from({ length: PEOPLE_EACH }, (_, n) => `acc-${hospital.slice(-1)}${n}`)
export const phoneOf = (accountId: string): string => `138000${accountId.charCodeAt(4)}${accountId.slice(5).padStart(2, '0')}`.padEnd(11, '0').slice(0, 11)
const at = <T extends { institutionId: string }>(institutionId: string, doc: T): T => ({ ...doc, institutionId })

export const accountOf = (hospital: string, id: string): AccountDoc => at(hospital, account(id, { phone: phoneOf(id), role: roleOf(id) }))
export const settingsOf = ({ hospitals }: Pick<World, 'hospitals'>, doc: Pick<CertificateDoc, 'institutionId' | 'typeId'>): ReminderRules => settingsFor(hospitals[doc.institutionId] as Hospital, doc.typeId)
export const linkOf = (hospital: string, id: string) => at(hospital, link(id))
export const rowsFor = (doc: CertificateDoc) => rowsOf(doc).map((row) => at(doc.institutionId, row))

/** A certificate as somebody types it in, with its plan still to be made. */
export function typedIn({ luck, people, counted }: Pick<World, 'luck' | 'people' | 'counted'>, hospital: string, now: { at: Date; day: string }): CertificateDoc {
  const names = people[hospital] ?? []
  const id = `c${(counted.certificates += 1)}`
  const doc = certificate(id, {
    typeId: luck.pick(TYPES),
    expiresOn: dayAfter(now.day, luck.between(0, 20)), leadDays: luck.pick([0, 1, 3, 7, 30, 180]), sendTime: luck.pick(SEND_TIMES), longTerm: false,
    createdBy: luck.pick(names), updatedBy: luck.pick(names), relatedRoles: luck.pick([['creator'], ['editor'], [], ['creator', 'editor']]), recipientIds: luck.some(names, 0.5),
    channels: { home: luck.happens(0.8), sms: luck.happens(0.7), wechat: luck.happens(0.7) }, holderName: `持证人${id}`, number: `N${id.slice(1).padStart(9, '0')}`, deviceIds: [`dev-${id}`],
  }, now.at)
  return at(hospital, doc)
}

export function openWorld(seed: number): World {
  const luck = luckOf(seed)
  const start = localInstant(FIRST_DAY, '07:00:00')
  let [civil, elapsed] = [start, 0]
  const people = Object.fromEntries(HOSPITALS.map((hospital) => [hospital, peopleOf(hospital)]))
  const counted = { certificates: 0, ids: 0 }
  const everybody = HOSPITALS.flatMap((hospital) => peopleOf(hospital).map((id) => [hospital, id] as const))
  const typed = HOSPITALS.flatMap((hospital) => Array.from({ length: CERTIFICATES_EACH }, () => typedIn({ luck, people, counted }, hospital, { at: start, day: FIRST_DAY })))
  const hospitals = Object.fromEntries(HOSPITALS.map((hospital) => [hospital, drawHospital(luck)]))
  const certificates = typed.map((doc) => planned(doc, null, { now: start, rules: settingsOf({ hospitals }, doc) }))
  const set = HOSPITALS.map((hospital) => documentsOf(hospital, hospitals[hospital] as Hospital))
  const store = memoryStore({
    institution_rules: set.map(({ rules }) => rules), certificate_types: set.map(({ type }) => type),
    certificates, certificate_devices: certificates.flatMap(rowsFor), accounts: everybody.map(([hospital, id]) => accountOf(hospital, id)),
    wechat_links: everybody.map(([hospital, id]) => linkOf(hospital, id)), followers: everybody.filter(() => luck.happens(0.7)).map(([, id]) => follower(id)),
    subscription_credits: everybody.map(([hospital, id]) => at(hospital, credit(id, luck.between(0, 6)))),
  })
  const clock = { now: () => civil, elapsed: () => elapsed, set: (to: Date) => { civil = to }, pass: (ms: number) => { elapsed += ms } }
  const journal = openJournal()
  const witness = openWitness({ clock, journal })
  HOSPITALS.forEach((hospital) => witness.rulesSaved(hospital, hospitals[hospital] as Hospital))
  certificates.forEach((doc) => witness.saved(doc))
  return { luck, store, clock, journal, witness, people, hospitals, calm: false, crowded: false, counted, broken: null }
}
