import type { DeliveryDoc } from '../cloud/documents'
import type { ProviderReply, Providers } from '../cloud/ports'
import { MINI, OFFICIAL, TEMPLATE } from '../cloud/testing/reminder-bench'
import { localDay } from './calendar'
import { Killed, lived, type Fate } from './instance'
import { BrokenPromise } from './journal'
import type { Way } from './witness'
import type { World } from './world'

type Away = Exclude<Way, 'home'>
interface Message { way: Away; delivery: DeliveryDoc; messageId: string }

/** One code of each class of platform facts §1.3, §2.1, §4.4, and the ways in which a connection ends. */
const REFUSALS: Readonly<Record<Away, readonly string[]>> = {
  sms: ['FailedOperation.PhoneNumberInBlacklist', 'FailedOperation.ContainSensitiveWord', 'FailedOperation.InsufficientBalanceInSmsPackage', 'LimitExceeded.PhoneNumberDailyLimit', 'LimitExceeded.AppDailyLimit', 'RequestLimitExceeded', 'InternalError.Timeout'],
  'official-account': ['-1', '43004', '40003', '43116', '43117', '45009', '47003', '40037', '42001', '45011'],
  'subscribe-message': ['-1', '43101', '43108', '47003', '40037', '45009', '40003'],
}
/** Refusals after which nobody knows whether it was sent. */
const UNCLEAR = /^InternalError/
const DEDUPED_MS = 600_000

/** The certificate that the text speaks of first: its holder has it alone. */
const spokenOf = (fields: Readonly<Record<string, string>>): string => fields.thing2 ?? ''

/** Of what is under way to this person by WeChat, how well each fits the message; a certificate that was renewed while it was on its way fits less well, another holder's not at all. */
async function fitOf({ store }: World, { mentions }: DeliveryDoc, fields: Readonly<Record<string, string>>): Promise<number> {
  const docs = await store.find('certificates', { _id: { in: mentions.map((each) => each.split(':')[0] ?? '') } }, { limit: 50, fields: ['holderName', 'cycle'] })
  const spoken = docs.filter(({ holderName }) => [holderName, `${holderName}等`].includes(spokenOf(fields)))
  if (spoken.length === 0 || String(docs.length) !== (fields.number1 ?? '')) return 0
  return spoken.some(({ _id, cycle }) => mentions.includes(`${_id}:${cycle}`)) ? 2 : 1
}

/** Which delivery a message belongs to; a subscription message carries no id, but names whose certificate it tells of. */
async function deliveryOf(world: World, { openid, fields }: { openid: string; fields: Readonly<Record<string, string>> }): Promise<DeliveryDoc> {
  const accountId = openid.slice(2)
  const open = await world.store.find('deliveries', { accountId, day: localDay(world.clock.now()), channel: 'wechat', state: 'sending' }, { limit: 50 })
  const fits = await Promise.all(open.map((delivery) => fitOf(world, delivery, fields)))
  const best = open[fits.indexOf(Math.max(...fits))]
  if (!best) throw new BrokenPromise(`a subscription message to ${accountId} belongs to no claimed delivery`, [accountId])
  return best
}

function replyOf({ luck, calm }: World, way: Away): ProviderReply {
  if (calm || luck.happens(0.7)) return { kind: 'accepted', providerId: `p${luck.between(0, 1e9)}` }
  const kind = luck.pick(['refused', 'refused', 'unsent', 'unclear'] as const)
  if (kind === 'refused') return { kind, code: luck.pick(REFUSALS[way]) }
  return kind === 'unsent' ? { kind, code: 'http.unreachable' } : { kind, code: 'http.cut' }
}

const unclear = (reply: ProviderReply): boolean => reply.kind === 'unclear' || (reply.kind === 'refused' && UNCLEAR.test(reply.code))

export type DroppedIds = Map<string, Date>

/** The three providers as one instance reaches them; `known` are the ids that WeChat has taken. */
export function endsOf(world: World, fate: Fate, { hashes, known }: { hashes: ReadonlyMap<string, string>; known: DroppedIds }): Providers {
  const take = (find: () => Promise<Message>): Promise<ProviderReply> => lived(world, fate, async () => {
    const message = await find()
    const { _id, claim } = message.delivery
    if (!fate.claims.has(claim?.token ?? '')) throw new BrokenPromise(`${_id} was sent by an instance that had not claimed it, or had lost it`, [_id])
    if (!world.calm && world.luck.happens(0.004)) world.clock.pass(8_000)
    const now = world.clock.now()
    const before = known.get(message.messageId)
    const repeated = message.way === 'official-account' && before !== undefined && now.getTime() - before.getTime() < DEDUPED_MS
    const reply = repeated ? { kind: 'accepted' as const, providerId: 'again' } : replyOf(world, message.way)
    const effect = reply.kind === 'accepted' || (unclear(reply) && world.luck.happens(0.5))
    if (effect && !repeated) known.set(message.messageId, now)
    world.witness.attempt({ ...message, effect, unclear: unclear(reply) })
    return reply
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof Killed)) world.broken ??= thrown
    throw thrown
  })
  const byId = async (way: Away, id: string, messageId: string): Promise<Message> => {
    const delivery = await world.store.get('deliveries', id)
    if (!delivery) throw new BrokenPromise(`a message was sent before its delivery was written: ${id}`, [id])
    return { way, delivery, messageId }
  }
  return {
    sms: { send: ({ context }) => take(() => byId('sms', context, context)) },
    officialAccount: { appId: OFFICIAL, send: ({ messageId }) => take(() => byId('official-account', hashes.get(messageId) ?? '', messageId)) },
    subscribeMessage: {
      appId: MINI, templateId: TEMPLATE, layout: [{ key: 'number1', fact: 'count' }, { key: 'thing2', fact: 'holder' }],
      send: (message) => take(async () => ({ way: 'subscribe-message', delivery: await deliveryOf(world, message), messageId: '' })),
    },
  }
}
