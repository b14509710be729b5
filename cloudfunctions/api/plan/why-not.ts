import type { OutputOf } from '../../../contract/operation'
import { whyNot as operation } from '../../../contract/plan'
import { fail } from '../../../domain/kernel/failure'
import { certificateOf } from '../../../domain/reminder/delivery-id'
import { missedBecause } from '../../../domain/reminder/why-not'
import { mustDo } from '../../../cloud/gate/permission'
import { reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { accountsByIds, type AccountDoc } from '../../../cloud/repositories/accounts'
import { readTimes, type DeliveryDoc } from '../../../cloud/repositories/certificate-deliveries'
import { certificatesByIds, firstRows, type CertificateDoc } from '../../../cloud/repositories/certificates'
import { marksOf } from '../../../cloud/repositories/channel-marks'
import { ruleBook, type RuleBook } from '../../../cloud/repositories/rules'
import { certificatesNaming, deliveriesTo } from '../../../cloud/repositories/person-deliveries'
import { reachOfAccounts } from '../../../cloud/repositories/reach'
import { NO_REACH } from '../account/self'
import { deliveryView } from '../certificate/deliveries'

type Output = OutputOf<typeof operation>
type About = Output['deliveries'][number]['certificates'][number]

async function personOf(asked: string | undefined, caller: SignedIn, { store }: Scene): Promise<AccountDoc> {
  const accountId = asked ?? caller.accountId
  if (accountId !== caller.accountId) mustDo({ institutionId: caller.institutionId }, { caller, action: 'account.invite' })
  const [found] = await accountsByIds(store, caller.institutionId, [accountId])
  return found ?? fail('account.not-found')
}

/** What each certificate is called in a list: its holder or number, and the first device. */
async function labelsOf(certificates: readonly CertificateDoc[], { store }: Scene): Promise<Map<string, About>> {
  const rows = await firstRows(store, certificates, 1)
  return new Map(certificates.map(({ _id, holderName, number, deviceIds }) => {
    const name = rows.get(_id)?.[0]?.deviceName ?? ''
    return [_id, { id: _id, name: holderName || number, device: deviceIds.length > 1 ? `${name} 等 ${deviceIds.length} 台` : name }]
  }))
}

/** Named, due that day, and in none of that day's messages to him. */
function missedOf(naming: readonly CertificateDoc[], deliveries: readonly DeliveryDoc[], at: { day: string; now: Date; book: RuleBook; slowed: boolean }) {
  const written = new Set(deliveries.flatMap(({ certificateIds }) => certificateIds))
  return naming.filter(({ _id }) => !written.has(_id)).flatMap((doc) => {
    const reason = missedBecause({ ...doc, nextAt: doc.reminder.nextAt, toldOn: doc.reminder.toldOn, rules: at.book.rulesFor(doc.typeId), slowed: at.slowed }, at)
    return reason === null ? [] : [{ doc, reason }]
  })
}

/** What it tells of and what it left out, under the names by which they are known. */
function aboutOf({ certificateIds, dropped = [] }: DeliveryDoc, labels: ReadonlyMap<string, About>): Pick<Output['deliveries'][number], 'certificates' | 'dropped'> {
  const why = new Map(dropped.map(({ mention, reason }) => [certificateOf(mention), reason]))
  const known = certificateIds.flatMap((id) => labels.get(id) ?? [])
  return {
    certificates: known.filter(({ id }) => !why.has(id)),
    dropped: known.flatMap((about) => { const reason = why.get(about.id); return reason === undefined ? [] : [{ ...about, reason }] }),
  }
}

/** 为什么没收到: what one person was told on one day, and why not of the rest (B7). */
export const whyNot = reads(operation, async (asked, caller, scene): Promise<Output> => {
  const { store, now, today } = scene
  const { institutionId } = caller
  const day = asked.day ?? today
  const account = await personOf(asked.accountId, caller, scene)
  const person = { institutionId, accountId: account._id }
  const [deliveries, naming, reach, heartbeat] = await Promise.all([
    deliveriesTo(store, person, day), certificatesNaming(store, person, day), reachOfAccounts(scene, institutionId, [account]), store.get('runs', 'heartbeat'),
  ])
  const [book, { slowed }] = await Promise.all([ruleBook(store, institutionId), marksOf(store, institutionId)])
  const missed = missedOf(naming, deliveries, { day, now, book, slowed: slowed.has(account._id) })
  const told = await certificatesByIds(store, institutionId, [...new Set(deliveries.flatMap(({ certificateIds }) => certificateIds))])
  const labels = await labelsOf([...told, ...missed.map(({ doc }) => doc)], scene)
  const read = await readTimes(store, institutionId, deliveries.filter(({ channel }) => channel === 'home').map(({ _id }) => _id))
  return {
    account: { id: account._id, name: account.name }, reach: reach.get(account._id) ?? NO_REACH, day, today,
    deliveries: deliveries.map((doc) => ({ ...deliveryView(doc, read.get(doc._id) ?? null), ...aboutOf(doc, labels) })),
    missed: missed.flatMap(({ doc, reason }) => [labels.get(doc._id)].flatMap((label) => (label ? [{ ...label, sendTime: doc.sendTime, reason }] : []))),
    lastTickAt: heartbeat?.at.toISOString() ?? null,
  }
})
