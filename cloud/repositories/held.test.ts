import fc from 'fast-check'
import type { CertificateCycleDoc, CertificateDoc, DeviceDoc, HandlingPart, PersonDoc } from '../documents'
import { addDays, instantOf } from '../../domain/kernel/civil-day'
import { papersAsOf } from '../../domain/statistics/as-of'
import { holdsBy, needingOf, standingsOf, type HoldingFacts, type Need, type Paper, type Standing } from '../../domain/statistics/holding'
import { INSTITUTION, certificate } from '../testing/reminder-bench'
import { memoryStore } from '../testing/memory-store'
import { heldOn } from './held'
import { holdingWorld } from './holding'

const TODAY = '2026-11-25'
const DEPARTMENTS = [{ id: 'imaging', parentId: null }, { id: 'mr', parentId: 'imaging' }, { id: 'icu', parentId: null }]
const nearby = fc.integer({ min: -4, max: 4 }).map((days) => addDays(TODAY, days))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const departmentId = fc.constantFrom('imaging', 'mr', 'icu')
const typeId = fc.constantFrom('operator', 'radiation')
const deviceType = fc.constantFrom('MR', '呼吸机')
const at = (index: number, of: number): number => index % of

const needs = fc.uniqueArray(fc.oneof(
  fc.record({ by: fc.constant('department' as const), of: departmentId, typeId }), fc.record({ by: fc.constant('device-type' as const), of: deviceType, typeId }),
), { minLength: 1, maxLength: 4, selector: (need) => JSON.stringify(need) })
const person = fc.record({ departmentId, presence: fc.constantFrom('present', 'away', 'left' as const) })
const device = fc.record({ departmentId, type: deviceType, status: fc.constantFrom('in-service', 'scrapped' as const) })
const days = fc.record({ issuedOn: maybe(nearby), validFrom: maybe(nearby), expiresOn: maybe(nearby) }).map((each) => ({ ...each, longTerm: each.expiresOn === null }))
const handling = maybe(fc.record({ kind: fc.constantFrom('revoked', 'snoozed', 'noted' as const), at: fc.integer({ min: 0, max: 5 }).map((back) => addDays(TODAY, -back)) }))
const paper = fc.record({ typeId, days, handling, owner: maybe(fc.nat(9)), devices: fc.array(fc.nat(9), { maxLength: 3 }), former: fc.array(days, { maxLength: 2 }) })
const hospital = fc.record({ needs, people: fc.array(person, { minLength: 1, maxLength: 8 }), devices: fc.array(device, { minLength: 1, maxLength: 6 }), papers: fc.array(paper, { maxLength: 14 }), on: fc.integer({ min: 0, max: 4 }).map((back) => addDays(TODAY, -back)) })
type Hospital = typeof hospital extends fc.Arbitrary<infer T> ? T : never

const handlingOf = (given: Hospital['papers'][number]['handling']): HandlingPart | null =>
  given && { kind: given.kind, note: '', reference: '', until: given.kind === 'snoozed' ? addDays(TODAY, 9) : null, byAccountId: 'a', byName: '张三', at: instantOf(given.at, '12:00:00') }

function documentsOf({ people, devices, papers }: Hospital) {
  const own = { schema: 1 as const, institutionId: INSTITUTION }
  return {
    departments: DEPARTMENTS.map(({ id, parentId }) => ({ ...own, _id: id, parentId, name: id, order: 0 })),
    people: people.map((each, n) => ({ ...own, ...each, _id: `p${n}`, staffNumber: String(n), name: `人${n}`, tokens: [] }) as unknown as PersonDoc),
    devices: devices.map((each, n) => ({ ...own, ...each, _id: `d${n}`, code: String(n), fields: { type: each.type } }) as unknown as DeviceDoc),
    certificates: papers.map((each, n) => certificate(`c${n}`, {
      ...each.days, typeId: each.typeId, handling: handlingOf(each.handling), personId: each.owner === null ? null : `p${at(each.owner, people.length)}`,
      deviceIds: [...new Set(each.devices.map((one) => `d${at(one, devices.length)}`))], cycle: each.former.length + 1,
    }, instantOf(TODAY, '08:00:00'))),
    certificate_cycles: papers.flatMap((each, n) => each.former.map((one, turn) => ({ ...own, ...one, _id: `c${n}:${turn}`, certificateId: `c${n}`, cycle: turn + 1, attachments: [] }) as unknown as CertificateCycleDoc)),
  }
}
type Stored = ReturnType<typeof documentsOf>

/** By every certificate and every former cycle, one after the other. */
function plainly({ certificates, certificate_cycles: cycles, devices, people }: Stored, needs: readonly Need[], on: string): Standing[] {
  const inUse = devices.filter(({ status }) => status === 'in-service')
  const typesOf = (doc: CertificateDoc): string[] => inUse.filter(({ _id }) => doc.deviceIds.includes(_id)).map(({ fields }) => fields.type)
  const papers = certificates.flatMap((doc): Paper[] => papersAsOf({
    present: { ...doc, deviceTypes: typesOf(doc) }, handledAt: doc.handling?.at ?? null, former: on < TODAY ? cycles.filter(({ certificateId }) => certificateId === doc._id) : [],
  }, on))
  const deviceTypes = new Map(DEPARTMENTS.map(({ id }) => [id, new Set(inUse.filter((one) => one.departmentId === id).map(({ fields }) => fields.type))]))
  const facts: HoldingFacts = { needs, departments: DEPARTMENTS, deviceTypes, people: people.map(({ _id, departmentId, presence }) => ({ id: _id, departmentId, presence })) }
  return standingsOf(needingOf(facts), holdsBy(papers, on))
}

test('B31: what the database counts by parts is what one finds who looks at every certificate, on any day of any hospital', async () => {
  await fc.assert(fc.asyncProperty(hospital, async (given) => {
    const stored = documentsOf(given)
    const store = memoryStore(stored)
    const day = { institutionId: INSTITUTION, on: given.on, today: TODAY }
    const { facts, devices } = await holdingWorld(store, day, given.needs)
    const needing = needingOf(facts)
    expect(standingsOf(needing, await heldOn(store, day, { needing, devices }))).toEqual(plainly(stored, given.needs, given.on))
  }), { numRuns: 400 })
})

test('B31: everybody is counted, however many pages of people there are', async () => {
  const people = Array.from({ length: 2001 }, (_, n) => ({ _id: `p${n}`, schema: 1, institutionId: INSTITUTION, staffNumber: String(n).padStart(5, '0'), name: `人${n}`, departmentId: 'mr', presence: 'present' }) as unknown as PersonDoc)
  const certificates = people.map(({ _id }) => certificate(`c-${_id}`, { personId: _id, typeId: 'operator', issuedOn: '2026-01-01', expiresOn: '2027-01-01' }, instantOf(TODAY, '08:00:00')))
  const store = memoryStore({ ...documentsOf({ needs: [], people: [], devices: [], papers: [], on: TODAY }), people, certificates })
  const day = { institutionId: INSTITUTION, on: TODAY, today: TODAY }
  const { facts, devices } = await holdingWorld(store, day, [{ by: 'department', of: 'imaging', typeId: 'operator' }])
  const needing = needingOf(facts)
  const standings = standingsOf(needing, await heldOn(store, day, { needing, devices }))
  expect([standings.length, standings.every(({ duties }) => duties.every(({ held }) => held))]).toEqual([2001, true])
  expect(store.calls.filter(({ collection }) => collection === 'certificates').every(({ name }) => name === 'tally')).toBe(true)
})
