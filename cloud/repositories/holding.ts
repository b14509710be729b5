import { peopleAsOf, type PersonChange } from '../../domain/statistics/as-of'
import type { HoldingFacts, Need } from '../../domain/statistics/holding'
import { isRetired } from '../../domain/device/device'
import { addDays, instantOf, type CivilDay } from '../../domain/kernel/civil-day'
import type { Collection, DeviceDoc, Documents, HoldingNeedsDoc, PersonDoc } from '../documents'
import type { DocumentStore, Transaction, Where } from '../ports'
import { departmentsOf } from './departments'
import { ofInstitution, ownedBy } from './of-institution'

export type { HoldingNeedsDoc, PersonDoc } from '../documents'

const PAGE = 1000

/** Who needs what; null: nobody said it yet. */
export const needsDoc = async (reader: Pick<DocumentStore, 'get'> | Pick<Transaction, 'get'>, institutionId: string): Promise<HoldingNeedsDoc | null> =>
  ownedBy(await reader.get('holding_needs', institutionId), institutionId)

/** A field of one value per document, in whose order an index has them. */
interface Order<D> { by: keyof D & string; direction: 1 | -1; fields: readonly string[] }
interface Wanted<C extends Collection> { collection: C; where: Where; order: Order<Documents[C]> }

/** All that match, however many. Each page begins behind the last one's end: a page that skips reads everything before it again. */
async function allOf<C extends Collection>(store: DocumentStore, { collection, where, order: { by, direction, fields } }: Wanted<C>): Promise<Array<Documents[C]>> {
  const all: Array<Documents[C]> = []
  for (;;) {
    const last = all[all.length - 1]?.[by] as string | undefined
    const beyond: Where = last === undefined ? {} : { [by]: direction === 1 ? { after: last } : { before: last } }
    const page = await store.find(collection, { ...where, ...beyond }, { sort: [[by, direction]], limit: PAGE, fields })
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

export interface HoldingDay { institutionId: string; on: CivilDay; today: CivilDay }
/** Devices in use of the 设备类型 that a rule is about, by type. */
export type DevicesByType = ReadonlyMap<string, ReadonlyArray<Pick<DeviceDoc, '_id' | 'departmentId'>>>

async function devicesByType(store: DocumentStore, institutionId: string, needs: readonly Need[]): Promise<DevicesByType> {
  const types = [...new Set(needs.flatMap(({ by, of }) => (by === 'device-type' ? [of] : [])))]
  const order = { by: 'code', direction: -1, fields: ['departmentId', 'status', 'code'] } as const
  const found = await Promise.all(types.map((type) => allOf(store, { collection: 'devices', where: { ...ofInstitution(institutionId), 'fields.type': type }, order })))
  return new Map(types.map((type, at) => [type, (found[at] ?? []).filter(({ status }) => !isRetired(status))]))
}

function typesByDepartment(devices: DevicesByType): Map<string, Set<string>> {
  const byDepartment = new Map<string, Set<string>>()
  for (const [type, list] of devices) {
    for (const { departmentId } of list) byDepartment.set(departmentId, (byDepartment.get(departmentId) ?? new Set()).add(type))
  }
  return byDepartment
}

const PERSON_CHANGES = ['person.set-presence', 'person.transfer']

async function changesSince(store: DocumentStore, { institutionId, on, today }: HoldingDay): Promise<PersonChange[]> {
  if (on >= today) return []
  const where = { ...ofInstitution(institutionId), operation: { in: PERSON_CHANGES }, at: { from: instantOf(addDays(on, 1), '00:00:00') } }
  const docs = await store.find('audit', where, { sort: [['at', 1]], limit: Infinity, fields: ['subject', 'at', 'before'] })
  return docs.map(({ subject, at, before }) => ({ personId: subject, at, before: changedPart(before) }))
}

/** What a change of a person's record was before it, as far as it is about where he stands. */
function changedPart(before: unknown): PersonChange['before'] {
  const { departmentId, presence } = (before ?? {}) as Partial<PersonDoc>
  return { ...(departmentId !== undefined && { departmentId }), ...(presence !== undefined && { presence }) }
}

/** As the database sorts texts. */
const byName = (a: PersonDoc, b: PersonDoc): number => Number(a.name > b.name) - Number(a.name < b.name)

const peopleOf = async (store: DocumentStore, institutionId: string): Promise<PersonDoc[]> =>
  (await allOf(store, { collection: 'people', where: ofInstitution(institutionId), order: { by: 'staffNumber', direction: 1, fields: ['_id', 'name', 'staffNumber', 'departmentId', 'presence'] } })).sort(byName)

export interface HoldingWorld { facts: HoldingFacts; people: Map<string, PersonDoc>; departments: Map<string, string>; devices: DevicesByType }

/** Who is asked what on a day (B31), before anybody's certificates; nothing but the rules is read while there are none. */
export async function holdingWorld(store: DocumentStore, asked: HoldingDay, needs: readonly Need[]): Promise<HoldingWorld> {
  const [people, nodes, devices, changes] = await Promise.all([
    needs.length === 0 ? [] : peopleOf(store, asked.institutionId),
    departmentsOf(store, asked.institutionId),
    devicesByType(store, asked.institutionId, needs),
    changesSince(store, asked),
  ])
  const staff = people.map(({ _id, departmentId, presence }) => ({ id: _id, departmentId, presence }))
  return {
    facts: { needs, people: peopleAsOf(staff, changes, asked.on), departments: nodes.map(({ _id, parentId }) => ({ id: _id, parentId })), deviceTypes: typesByDepartment(devices) },
    people: new Map(people.map((person) => [person._id, person])),
    departments: new Map(nodes.map(({ _id, name }) => [_id, name])),
    devices,
  }
}
