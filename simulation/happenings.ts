import type { CertificateDoc, HandlingPart } from '../cloud/documents'
import { credit, follower, TEMPLATE } from '../cloud/testing/reminder-bench'
import { reckonAnew, wantReckoning } from '../cloud/repositories/reckon-anew'
import { planned } from '../cloudfunctions/api/certificate/reminder'
import { dayAfter, localDay } from './calendar'
import { documentsOf, drawHospital, type Hospital } from './settings'
import { HOSPITALS, linkOf, phoneOf, rowsFor, SEND_TIMES, settingsOf, typedIn, type World } from './world'

const MOST_CERTIFICATES = 24

/** As the product saves a certificate: its plan made anew, in one transaction. */
async function save(world: World, before: CertificateDoc, over: Partial<CertificateDoc>): Promise<void> {
  const { store, clock, witness, journal } = world
  const doc = planned({ ...before, ...over, version: before.version + 1 }, before, { now: clock.now(), rules: settingsOf(world, before) })
  await store.update('certificates', { _id: doc._id }, { set: { ...doc } })
  journal.note(clock.now(), `${doc._id} saved: ${JSON.stringify(over)}`)
  witness.saved(doc)
}

async function add(world: World): Promise<void> {
  const { store, clock, luck, witness, journal } = world
  if (await store.count('certificates', {}) >= MOST_CERTIFICATES) return
  const now = clock.now()
  const typed = typedIn(world, luck.pick(HOSPITALS), { at: now, day: localDay(now) })
  const doc = planned(typed, null, { now, rules: settingsOf(world, typed) })
  await store.add('certificates', [doc])
  await store.add('certificate_devices', rowsFor(doc))
  journal.note(now, `${doc._id} added in ${doc.institutionId}: 有效期 ${doc.expiresOn ?? '-'}, 提前量 ${doc.leadDays}, ${doc.sendTime}`)
  witness.saved(doc)
}

function handlingBy({ luck, clock }: World, doc: CertificateDoc): HandlingPart {
  const day = localDay(clock.now())
  const kind = luck.pick(['noted', 'review', 'snoozed', 'revoked'] as const)
  const until = kind === 'review' || kind === 'snoozed' ? dayAfter(day, luck.between(0, 4)) : null
  return { kind, note: 'x', reference: '', until, byAccountId: doc.createdBy, byName: doc.createdBy, at: clock.now() }
}

type Change = (world: World, doc: CertificateDoc) => Promise<void>

const CHANGES: readonly Change[] = [
  (world, doc) => save(world, doc, { handling: handlingBy(world, doc) }),
  (world, doc) => save(world, doc, { handling: null }),
  (world, doc) => save(world, doc, { cycle: doc.cycle + 1, handling: null, longTerm: false, expiresOn: dayAfter(localDay(world.clock.now()), world.luck.between(-1, 15)) }),
  (world, doc) => save(world, doc, { cycle: doc.cycle + 1, handling: null, longTerm: false, expiresOn: dayAfter(localDay(world.clock.now()), world.luck.between(0, 15)) }),
  (world, doc) => save(world, doc, { expiresOn: dayAfter(localDay(world.clock.now()), world.luck.between(0, 10)) }),
  (world, doc) => save(world, doc, { leadDays: world.luck.pick([0, 2, 10, 60]) }),
  (world, doc) => save(world, doc, { sendTime: world.luck.pick(SEND_TIMES), updatedBy: world.luck.pick(world.people[doc.institutionId] ?? []) }),
  (world, doc) => save(world, doc, { recipientIds: world.luck.some(world.people[doc.institutionId] ?? [], 0.5) }),
  (world, doc) => save(world, doc, { relatedRoles: world.luck.pick([[], ['creator'], ['editor']]), updatedBy: world.luck.pick(world.people[doc.institutionId] ?? []) }),
  (world, doc) => save(world, doc, { channels: { home: world.luck.happens(0.7), sms: world.luck.happens(0.7), wechat: world.luck.happens(0.7) } }),
  (world, doc) => save(world, doc, { longTerm: world.luck.happens(0.3) }),
]

/** 设备科 changes a type's rules, or the institution's: the plans follow at once, or, when the call is lost, in the night (B10–B12, B28). */
async function changeRules(world: World): Promise<void> {
  const { store, clock, luck, witness, journal, hospitals } = world
  const id = luck.pick(HOSPITALS)
  // A clock that stands between two changes is none.
  const now = new Date(clock.now().getTime() + journal.step % 1000)
  const drawn = drawHospital(luck)
  const hospital = { ...(hospitals[id] as Hospital), ...(luck.happens(0.5) ? { own: drawn.own } : { institution: drawn.institution }) }
  const { rules, type } = documentsOf(id, hospital)
  await store.transaction(async (tx) => {
    await tx.set('certificate_types', type)
    await tx.change('institution_rules', id, { set: { rules: rules.rules } })
    await wantReckoning(tx, { institutionId: id, accountId: 'x', now }, hospital.own === drawn.own ? ['own'] : null)
  })
  hospitals[id] = hospital
  journal.note(now, `${id}: rules of ${hospital.own === drawn.own ? 'its own type' : 'the institution'} changed: ${JSON.stringify(hospital)}`)
  witness.rulesSaved(id, hospital)
  if (luck.happens(0.7)) await reckonAnew(store, id, now)
}

type Turn = (world: World, who: { hospital: string; id: string }) => Promise<void>

/** Who leaves may name somebody who is told in his place (B20). */
async function active({ store, witness, luck, people }: World, { hospital, id }: { hospital: string; id: string }): Promise<void> {
  const here = luck.happens(0.6)
  const others = (people[hospital] ?? []).filter((each) => each !== id)
  const successor = !here && luck.happens(0.5) ? luck.pick(others) : null
  await store.update('accounts', { _id: id }, { set: { active: here, successorAccountId: successor } })
  witness.accountChanged(id, { active: here, successor })
}

const TURNS: readonly Turn[] = [
  (world, who) => active(world, who),
  async ({ store, luck }, { id }) => { await store.update('accounts', { _id: id }, { set: { phone: luck.happens(0.3) ? '' : phoneOf(id) } }) },
  async ({ store }, { id }) => { await store.remove('followers', { _id: follower(id)._id }) },
  async ({ store }, { id }) => { await store.transaction((tx) => tx.set('followers', follower(id))) },
  async ({ store }, { hospital, id }) => { await store.remove('wechat_links', { _id: linkOf(hospital, id)._id }) },
  async ({ store }, { hospital, id }) => { await store.transaction((tx) => tx.set('wechat_links', linkOf(hospital, id))) },
  async ({ store, luck }, { id }) => {
    const more = luck.between(1, 3)
    await store.update('subscription_credits', { _id: credit(id, 0)._id, templateId: TEMPLATE }, { increment: { remaining: more, granted: more } })
  },
  async ({ store }, { id }) => { await store.update('subscription_credits', { _id: credit(id, 0)._id, templateId: TEMPLATE }, { set: { remaining: 0 } }) },
]

/** Somebody does something: with a certificate, or somebody's own standing changes. */
export async function happen(world: World): Promise<void> {
  const { luck, store, journal, clock } = world
  if (luck.happens(0.12)) return add(world)
  if (luck.happens(0.35)) {
    const hospital = luck.pick(HOSPITALS)
    const id = luck.pick(world.people[hospital] ?? [])
    const turn = luck.between(0, TURNS.length - 1)
    journal.note(clock.now(), `${id}: ${['comes or goes', 'phone', 'unfollows', 'follows', 'unbinds', 'binds', 'allows messages', 'forbids messages'][turn] ?? ''}`)
    return TURNS[turn]?.(world, { hospital, id })
  }
  if (luck.happens(0.04)) return changeRules(world)
  const docs = await store.find('certificates', {}, { limit: MOST_CERTIFICATES })
  await luck.pick(CHANGES)(world, luck.pick(docs))
}
