import fc from 'fast-check'
import { INSTITUTION, certificate } from '../testing/reminder-bench'
import { memoryStore } from '../testing/memory-store'
import type { CertificateDoc, HandlingPart } from '../documents'
import { addDays } from '../../domain/kernel/civil-day'
import { PLAN_STATES, planState } from '../../domain/reminder/plan-state'
import { planPage, planParts } from './plans'

const TODAY = '2026-11-25'
const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays(TODAY, days))
const handling = fc.oneof(fc.constant(null), fc.record({ kind: fc.constantFrom('review', 'snoozed'), until: day }), fc.record({ kind: fc.constantFrom('noted', 'revoked'), until: fc.constant(null) })) as fc.Arbitrary<HandlingPart | null>
const plan = fc.record({
  expiresOn: day, lead: fc.integer({ min: 0, max: 4 }), handling, toldToday: fc.boolean(), ticked: fc.boolean(), longTerm: fc.boolean(), retired: fc.boolean(), savedAt: fc.constantFrom('2026-11-21T00:00:00Z', '2026-11-25T01:00:00Z'),
})

/** As `device-copies` leaves it when every device is out of use (B34). */
const retiring = (retired: boolean, doc: CertificateDoc): CertificateDoc => (retired ? { ...doc, devicesRetired: true, reminder: { ...doc.reminder, nextAt: null, holdReason: 'devices-retired' } } : doc)

const docs = fc.array(plan, { maxLength: 30 }).map((plans) => plans.map(({ expiresOn, lead, handling, toldToday, ticked, longTerm, retired, savedAt }, at) => retiring(retired, certificate(`c${at}`, {
  expiresOn: longTerm ? null : expiresOn, longTerm, leadDays: lead, warnFrom: longTerm ? null : addDays(expiresOn, -lead), handling,
  channels: { home: ticked, sms: false, wechat: false }, reminder: { nextAt: null, holdReason: null, toldOn: toldToday ? TODAY : null },
}, new Date(savedAt)))))

test('S36: the questions to the store give every plan exactly once, in the state that the rule gives it', async () => {
  await fc.assert(fc.asyncProperty(docs, async (certificates) => {
    const store = memoryStore({ certificates })
    const where = { institutionId: INSTITUTION }
    const { docs: all, counts } = await planPage(store, { where, today: TODAY, state: null }, { skip: 0, limit: 100 })
    expect(all.map(({ _id }) => _id).sort()).toEqual(certificates.map(({ _id }) => _id).sort())
    const states = all.map((doc) => planState({ ...doc, holdReason: doc.reminder.holdReason }, TODAY).state)
    expect(states).toEqual([...states].sort((a, b) => PLAN_STATES.indexOf(a) - PLAN_STATES.indexOf(b)))
    for (const state of PLAN_STATES) expect(counts[state]).toBe(states.filter((each) => each === state).length)
  }), { numRuns: 300 })
})

test('pages follow each other across the states, and one state alone can be asked for', async () => {
  const certificates = ['2026-11-26', '2026-11-27', '2026-12-20', '2026-11-01', '2026-11-28'].map((expiresOn, at) =>
    certificate(`c${at}`, { expiresOn, leadDays: 5, warnFrom: addDays(expiresOn, -5) }, new Date('2026-11-25T01:00:00Z')))
  const store = memoryStore({ certificates })
  const page = async (skip: number, state: 'running' | null = null) =>
    (await planPage(store, { where: { institutionId: INSTITUTION }, today: TODAY, state }, { skip, limit: 2 })).docs.map(({ _id }) => _id)
  expect([await page(0), await page(2), await page(4)]).toEqual([['c0', 'c1'], ['c4', 'c2'], ['c3']])
  expect(await page(2, 'running')).toEqual(['c4'])
  expect(new Set(planParts(TODAY).map(({ state }) => state)).size).toBe(PLAN_STATES.length)
})
