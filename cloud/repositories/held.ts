import { papersAsOf } from '../../domain/statistics/as-of'
import { holdsBy, type Asked, type Holds, type Needing, type Paper } from '../../domain/statistics/holding'
import type { CertificateCycleDoc, CertificateDoc } from '../documents'
import type { DocumentStore, Where } from '../ports'
import { inParts, PART } from './due'
import type { DevicesByType, HoldingDay } from './holding'
import { ofInstitution } from './of-institution'

/** Questions to the database under way at a time: it has few connections for each function. */
const AT_ONCE = 6
/** Far more than 500 people or devices come to; a part that reaches it is asked by halves. */
const MOST_ROWS = 10_000

const keyOf = (personId: string, { typeId, deviceType }: Asked): string => JSON.stringify([personId, typeId, deviceType])

/** Certificates that name one of `ids` in `path`; `deviceType`: of those devices, null for people. */
interface Question { path: 'personId' | 'deviceIds'; ids: readonly string[]; deviceType: string | null }

function questionsOf(needing: readonly Needing[], devices: DevicesByType): Question[] {
  const people = needing.filter(({ asked }) => asked.some(({ deviceType }) => deviceType === null)).map(({ person }) => person.id)
  const wanted = new Set(needing.flatMap(({ asked }) => asked.flatMap(({ deviceType }) => deviceType ?? [])))
  const ofTypes = [...devices].filter(([type]) => wanted.has(type))
  return [
    ...inParts(people).map((ids): Question => ({ path: 'personId', ids, deviceType: null })),
    ...ofTypes.flatMap(([deviceType, list]) => inParts(list.map(({ _id }) => _id)).map((ids): Question => ({ path: 'deviceIds', ids, deviceType }))),
  ]
}

async function inTurns<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = list.values()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { for (const item of left) await work(item) }))
}

/** Not ended on the day, and what never ends. */
const lasting = ({ on }: HoldingDay): Where[] => [{ expiresOn: { from: on } }, { expiresOn: null }]

/**
 * Who holds what by the certificates that are not revoked today. The database makes one row of all that a person has of a type: of those that have
 * not ended, one holds when the earliest has begun.
 */
async function heldNow(store: DocumentStore, day: HoldingDay, questions: readonly Question[]): Promise<Set<string>> {
  const held = new Set<string>()
  const ask = async ({ path, ids, deviceType }: Question, ends: Where): Promise<void> => {
    const where = { ...ofInstitution(day.institutionId), [path]: { in: ids }, ...ends, 'handling.kind': { not: 'revoked' } }
    const rows = await store.tally('certificates', where, { by: ['personId', 'typeId'], least: ['validFrom', 'issuedOn'], limit: MOST_ROWS })
    for (const { key: [personId = '', typeId = ''], least } of rows) if (least <= day.on) held.add(keyOf(personId, { typeId, deviceType }))
    if (rows.length === MOST_ROWS && ids.length > 1) for (const half of inParts(ids, Math.ceil(ids.length / 2))) await ask({ path, ids: half, deviceType }, ends)
  }
  await inTurns(questions.flatMap((question) => lasting(day).map((ends) => [question, ends] as const)), ([question, ends]) => ask(question, ends))
  return held
}

type Card = Pick<CertificateDoc, '_id' | 'personId' | 'typeId' | 'deviceIds' | 'issuedOn' | 'validFrom' | 'expiresOn' | 'longTerm' | 'handling'>
const CARD: ReadonlyArray<keyof Card> = ['_id', 'personId', 'typeId', 'deviceIds', 'issuedOn', 'validFrom', 'expiresOn', 'longTerm', 'handling']

const CYCLE = ['certificateId', 'issuedOn', 'validFrom', 'expiresOn', 'longTerm'] as const
/** As many days as two hundred years have. */
const MOST_DAYS = 75_000

/** Spans of days in which about a page of cycles ended each: pages that skip would read everything before them again. */
async function spansOf(store: DocumentStore, where: Where): Promise<Where[]> {
  const days = (await store.tally('certificate_cycles', where, { by: ['expiresOn'], limit: MOST_DAYS })).map(({ key: [day = ''], count }) => ({ day, count })).sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day))
  const spans: Array<{ from: string; to: string; count: number }> = []
  for (const { day, count } of days) {
    const span = spans[spans.length - 1]
    if (span && span.count + count <= 1000) Object.assign(span, { to: day, count: span.count + count })
    else spans.push({ from: day, to: day, count })
  }
  return spans.map(({ from, to }) => ({ ...where, expiresOn: { from, to } }))
}

/** Former cycles that had not ended on the day, by certificate. */
async function formerCycles(store: DocumentStore, { institutionId, on }: HoldingDay): Promise<Map<string, CertificateCycleDoc[]>> {
  const own = ofInstitution(institutionId)
  const spans = await spansOf(store, { ...own, longTerm: false, expiresOn: { from: on } })
  const byCertificate = new Map<string, CertificateCycleDoc[]>()
  await inTurns([...spans, { ...own, longTerm: true }], async (where) => {
    for (const cycle of await store.find('certificate_cycles', where, { limit: Infinity, fields: CYCLE })) {
      byCertificate.set(cycle.certificateId, [...byCertificate.get(cycle.certificateId) ?? [], cycle])
    }
  })
  return byCertificate
}

/** What held on a past day and does not hold any more: former cycles that had not ended, and certificates that were revoked since (B13). */
async function papersSince(store: DocumentStore, day: HoldingDay, devices: DevicesByType): Promise<Paper[]> {
  const own = ofInstitution(day.institutionId)
  const [former, ...revoked] = await Promise.all([
    formerCycles(store, day),
    ...lasting(day).map((ends) => store.find('certificates', { ...own, 'handling.kind': 'revoked', ...ends }, { limit: Infinity, fields: CARD })),
  ])
  const renewed: CertificateDoc[] = []
  await inTurns(inParts([...former.keys()]), async (ids) => { renewed.push(...await store.find('certificates', { ...own, _id: { in: ids } }, { limit: PART, fields: CARD })) })
  const typeOf = new Map([...devices].flatMap(([type, list]) => list.map(({ _id }) => [_id, type] as const)))
  const cards = new Map<string, Card>([...renewed, ...revoked.flat()].map((card) => [card._id, card]))
  return [...cards.values()].flatMap((card) => {
    const present = { ...card, deviceTypes: [...new Set(card.deviceIds.flatMap((id) => typeOf.get(id) ?? []))] }
    return papersAsOf({ present, handledAt: card.handling?.at ?? null, former: former.get(card._id) ?? [] }, day.on)
  })
}

/** What these people hold on a day (S34, B31): counted by the database, by parts of people and of devices; no certificate travels to be looked at but those of the past. */
export async function heldOn(store: DocumentStore, day: HoldingDay, { needing, devices }: { needing: readonly Needing[]; devices: DevicesByType }): Promise<Holds> {
  if (needing.length === 0) return () => false
  const [held, papers] = await Promise.all([
    heldNow(store, day, questionsOf(needing, devices)),
    day.on < day.today ? papersSince(store, day, devices) : [],
  ])
  const then = holdsBy(papers, day.on)
  return (personId, asked) => held.has(keyOf(personId, asked)) || then(personId, asked)
}
