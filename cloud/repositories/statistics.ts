import { papersAsOf, peopleAsOf, type PersonChange } from '../../domain/statistics/as-of'
import type { HoldingFacts, Need, Paper } from '../../domain/statistics/holding'
import { isRetired } from '../../domain/device/device'
import { addDays, instantOf, type CivilDay } from '../../domain/kernel/civil-day'
import type { Channel } from '../../domain/reminder/channel'
import type { AuditDoc, CertificateCycleDoc, CertificateDoc, DeviceDoc, HoldingNeedsDoc, PersonDoc } from '../documents'
import type { DocumentStore, Transaction } from '../ports'
import { cyclesOfMany } from './certificates-past'
import { departmentsOf } from './departments'
import { inParts } from './due'
import { ofInstitution, ownedBy } from './of-institution'

export type { AuditDoc, HoldingNeedsDoc, PersonDoc } from '../documents'

/** Bounds of one institution: what is larger is counted as far as they reach. */
const MOST_PEOPLE = 20_000
const MOST_DEVICES = 50_000
const MOST_PAPERS = 100_000
const MOST_CHANGES = 5000

/** Who needs what; null: nobody said it yet. */
export const needsDoc = async (reader: Pick<DocumentStore, 'get'> | Pick<Transaction, 'get'>, institutionId: string): Promise<HoldingNeedsDoc | null> =>
  ownedBy(await reader.get('holding_needs', institutionId), institutionId)

type Device = Pick<DeviceDoc, '_id' | 'departmentId' | 'fields' | 'status'>
type Card = Pick<CertificateDoc, '_id' | 'personId' | 'typeId' | 'deviceIds' | 'issuedOn' | 'validFrom' | 'expiresOn' | 'longTerm' | 'handling' | 'cycle'>
const CARD: ReadonlyArray<keyof Card> = ['_id', 'personId', 'typeId', 'deviceIds', 'issuedOn', 'validFrom', 'expiresOn', 'longTerm', 'handling', 'cycle']

/** Devices in use; asked only where a rule is about 设备类型. */
const devicesInUse = async (store: DocumentStore, institutionId: string): Promise<Device[]> =>
  (await store.find('devices', ofInstitution(institutionId), { sort: [['code', -1]], limit: MOST_DEVICES, fields: ['departmentId', 'fields.type', 'status'] })).filter(({ status }) => !isRetired(status))

/**
 * Certificates of these types that may have held on the day: those that end on it or later. One that has ended before cannot have held then by a
 * former cycle either, for cycles follow each other.
 */
async function cardsOn(store: DocumentStore, institutionId: string, about: { typeIds: readonly string[]; on: CivilDay }): Promise<Card[]> {
  const own = { ...ofInstitution(institutionId), typeId: { in: about.typeIds } }
  const options = { limit: MOST_PAPERS, fields: CARD }
  const [ending, lasting] = await Promise.all([
    store.find('certificates', { ...own, longTerm: false, expiresOn: { from: about.on } }, options),
    store.find('certificates', { ...own, longTerm: true }, options),
  ])
  return [...ending, ...lasting].filter(({ personId }) => personId !== null)
}

const tally = (cycles: readonly CertificateCycleDoc[]): Map<string, CertificateCycleDoc[]> => {
  const byCertificate = new Map<string, CertificateCycleDoc[]>()
  for (const cycle of cycles) byCertificate.set(cycle.certificateId, [...byCertificate.get(cycle.certificateId) ?? [], cycle])
  return byCertificate
}

async function formerOf(store: DocumentStore, institutionId: string, cards: readonly Card[]): Promise<Map<string, CertificateCycleDoc[]>> {
  const renewed = cards.filter(({ cycle }) => cycle > 1).map(({ _id }) => _id)
  return tally((await Promise.all(inParts(renewed).map((part) => cyclesOfMany(store, institutionId, part)))).flat())
}

interface Asked { institutionId: string; on: CivilDay; today: CivilDay }

async function papersOn(store: DocumentStore, asked: Asked & { typeIds: readonly string[] }, typeOf: ReadonlyMap<string, string>): Promise<Paper[]> {
  const cards = await cardsOn(store, asked.institutionId, asked)
  const former = asked.on < asked.today ? await formerOf(store, asked.institutionId, cards) : new Map<string, CertificateCycleDoc[]>()
  return cards.flatMap((card) => {
    const present = { ...card, deviceTypes: [...new Set(card.deviceIds.flatMap((id) => typeOf.get(id) ?? []))] }
    return papersAsOf({ present, handledAt: card.handling?.at ?? null, former: former.get(card._id) ?? [] }, asked.on)
  })
}

const PERSON_CHANGES = ['person.set-presence', 'person.transfer']

async function changesSince(store: DocumentStore, { institutionId, on, today }: Asked): Promise<PersonChange[]> {
  if (on >= today) return []
  const where = { ...ofInstitution(institutionId), operation: { in: PERSON_CHANGES }, at: { from: instantOf(addDays(on, 1), '00:00:00') } }
  const docs = await store.find('audit', where, { sort: [['at', 1]], limit: MOST_CHANGES, fields: ['subject', 'at', 'before'] })
  return docs.map(({ subject, at, before }) => ({ personId: subject, at, before: changedPart(before) }))
}

/** What a change of a person's record was before it, as far as it is about where he stands. */
function changedPart(before: unknown): PersonChange['before'] {
  const { departmentId, presence } = (before ?? {}) as Partial<PersonDoc>
  return { ...(departmentId !== undefined && { departmentId }), ...(presence !== undefined && { presence }) }
}

const typesByDepartment = (devices: readonly Device[]): Map<string, Set<string>> => {
  const byDepartment = new Map<string, Set<string>>()
  for (const { departmentId, fields } of devices) byDepartment.set(departmentId, (byDepartment.get(departmentId) ?? new Set()).add(fields.type))
  return byDepartment
}

/** Everything that 持证率 of a day is judged by (B31); nothing but the rules is read while there are none. */
export async function holdingFacts(store: DocumentStore, asked: Asked, needs: readonly Need[]): Promise<{ facts: HoldingFacts; people: Map<string, PersonDoc>; departments: Map<string, string> }> {
  const own = ofInstitution(asked.institutionId)
  const [people, nodes, devices, changes] = await Promise.all([
    needs.length === 0 ? [] : store.find('people', own, { sort: [['name', 1]], limit: MOST_PEOPLE, fields: ['_id', 'name', 'staffNumber', 'departmentId', 'presence'] }),
    departmentsOf(store, asked.institutionId),
    needs.some(({ by }) => by === 'device-type') ? devicesInUse(store, asked.institutionId) : [],
    changesSince(store, asked),
  ])
  const typeIds = [...new Set(needs.map(({ typeId }) => typeId))]
  const papers = typeIds.length === 0 ? [] : await papersOn(store, { ...asked, typeIds }, new Map(devices.map(({ _id, fields }) => [_id, fields.type])))
  const staff = people.map(({ _id, departmentId, presence }) => ({ id: _id, departmentId, presence }))
  return {
    facts: {
      needs, papers, people: peopleAsOf(staff, changes, asked.on),
      departments: nodes.map(({ _id, parentId }) => ({ id: _id, parentId })), deviceTypes: typesByDepartment(devices),
    },
    people: new Map(people.map((person) => [person._id, person])),
    departments: new Map(nodes.map(({ _id, name }) => [_id, name])),
  }
}

/** Valid certificates that belong to nobody's record (B27). */
export const countUnlinked = (store: DocumentStore, institutionId: string, today: CivilDay): Promise<number> =>
  store.count('certificates', { ...ofInstitution(institutionId), personId: null, expiresOn: { from: today } })

interface Span { institutionId: string; from: CivilDay; to: CivilDay }
const instants = ({ from, to }: Span) => ({ from: instantOf(from, '00:00:00'), before: instantOf(addDays(to, 1), '00:00:00') })

/** Messages by channel and state, counted by the database. */
export const messagesIn = async (store: DocumentStore, span: Span): Promise<Array<{ channel: Channel; state: string; count: number }>> =>
  (await store.tally('deliveries', { ...ofInstitution(span.institutionId), day: { from: span.from, to: span.to } }, { by: ['channel', 'state'], latest: 'settledAt', limit: 100 }))
    .map(({ key: [channel = '', state = ''], count }) => ({ channel: channel as Channel, state, count }))

/** Cycles that were closed by a renewal, the latest first. */
export const renewalsIn = (store: DocumentStore, span: Span): Promise<CertificateCycleDoc[]> =>
  store.find('certificate_cycles', { ...ofInstitution(span.institutionId), closedAt: instants(span) }, { sort: [['closedAt', -1]], limit: MOST_CHANGES, fields: ['closedAt', 'expiresOn'] })

/** Warnings that were handled, the latest first, as the audit has them. */
export const handlingsIn = (store: DocumentStore, span: Span): Promise<AuditDoc[]> =>
  store.find('audit', { ...ofInstitution(span.institutionId), operation: 'certificate.handle', at: instants(span) }, { sort: [['at', -1]], limit: MOST_CHANGES, fields: ['at', 'before', 'after'] })

/** As many as are read at once. */
export const isFull = (docs: readonly unknown[]): boolean => docs.length >= MOST_CHANGES
