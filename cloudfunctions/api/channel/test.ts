import { testChannel as testOperation, type TestedChannel } from '../../../contract/channel'
import { fail } from '../../../domain/kernel/failure'
import { renderHome, renderSms, renderWechat, type Occasion } from '../../../domain/reminder/render'
import { OFFICIAL_ACCOUNT_LAYOUT, SUBSCRIBE_MESSAGE_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { Lines, ProviderReply } from '../../../cloud/ports'
import { countWrong, lockedUntil } from '../../../cloud/repositories/attempts'
import { emptyCredits, giveCreditsBack, reserveCredits, type Ledger } from '../../../cloud/repositories/due-credits'
import { contactsFor, type Contact } from '../../../cloud/repositories/due-recipients'
import { writeNotices } from '../../../cloud/repositories/inbox-write'
import { sampleOccasion } from './sample'
import { mustBeTaken } from './try-out'

interface Trial { lines: Lines; contact: Contact; occasion: Occasion; institutionId: string; id: string }

/** Three an hour, for each channel of each account. */
const LIMIT = { tries: 3, minutes: 60 }

/** Counted before it is sent, so that two at once are two. */
async function count(store: Scene['store'], id: string, now: Date): Promise<void> {
  const until = await store.transaction(async (tx) => {
    const counters = [{ id, rule: LIMIT }]
    const locked = await lockedUntil(tx, counters, now)
    if (!locked) await countWrong(tx, counters, now)
    return locked
  })
  if (until) fail('channel.too-often', { until: until.toISOString() })
}

const NO_CONSENT = '43101'

/** WeChat keeps the consent of a message that it did not send. */
async function settle(ledger: Ledger, accountId: string, reply: ProviderReply): Promise<void> {
  if (reply.kind === 'refused' && reply.code === NO_CONSENT) await emptyCredits(ledger, [accountId])
  else if (reply.kind === 'refused' || reply.kind === 'unsent') await giveCreditsBack(ledger, [accountId])
}

async function bySubscription({ lines, contact, occasion, institutionId }: Trial, { store }: Scene): Promise<ProviderReply> {
  const gateway = lines.providers.subscribeMessage ?? fail('channel.not-set-up')
  const ledger = { store, institutionId, templateId: gateway.templateId }
  if (contact.openid === '' || (await reserveCredits(ledger, [contact.accountId])) === 0) fail('channel.not-reachable', { channel: 'subscribe-message' })
  const reply = await gateway.send({ openid: contact.openid, fields: renderWechat(occasion, gateway.layout ?? SUBSCRIBE_MESSAGE_LAYOUT), withPage: false })
  await settle(ledger, contact.accountId, reply)
  return reply
}

function byOfficialAccount({ lines, contact, occasion, id }: Trial): Promise<ProviderReply> {
  const gateway = lines.providers.officialAccount ?? fail('channel.not-set-up')
  if (contact.officialOpenid === '') fail('channel.not-reachable', { channel: 'official-account' })
  return gateway.send({ openid: contact.officialOpenid, fields: renderWechat(occasion, gateway.layout ?? OFFICIAL_ACCOUNT_LAYOUT), messageId: id.slice(0, 32) })
}

function byEmployment({ lines, contact, occasion }: Trial): Promise<ProviderReply> {
  const gateway = lines.providers.employeeMessage ?? fail('channel.not-set-up')
  if (!contact.employed) fail('channel.not-reachable', { channel: 'employee-message' })
  return gateway.send({ openid: contact.openid, fields: renderWechat(occasion, gateway.layout ?? SUBSCRIBE_MESSAGE_LAYOUT) })
}

function bySms({ lines, contact, occasion, id }: Trial): Promise<ProviderReply> {
  const gateway = lines.providers.sms ?? fail('channel.not-set-up')
  if (contact.phone === '') fail('channel.not-reachable', { channel: 'sms' })
  return gateway.send({ phone: contact.phone, ...renderSms(occasion), context: `test:${id}` })
}

async function byHome({ contact, occasion, institutionId, id }: Trial, { store, now }: Scene): Promise<ProviderReply> {
  const { title, text } = renderHome(occasion)
  await writeNotices(store, [{ institutionId, accountId: contact.accountId, deliveryId: `test-${id}`, at: now, title: `测试：${title}`, text: `这是一条测试，不用处理。${text}`, items: [] }])
  return { kind: 'accepted', providerId: '' }
}

const SENDERS: Readonly<Record<TestedChannel, (trial: Trial, scene: Scene) => Promise<ProviderReply>>> = {
  home: byHome, sms: bySms, 'official-account': byOfficialAccount, 'subscribe-message': bySubscription, 'employee-message': byEmployment,
}

/** 给我发一条测试: by the same accounts and templates as reminders, to the caller himself and to nobody else. */
export const test = changes(testOperation, {
  async prepare({ channel }, { accountId, institutionId, name }, scene) {
    await count(scene.store, `channel-test:${accountId}:${channel}`, scene.now)
    const lines = await scene.lines.of(institutionId)
    const { officialAccount, subscribeMessage, employeeMessage } = lines.providers
    const senders = { officialAppId: officialAccount?.appId ?? null, mini: subscribeMessage, employer: employeeMessage }
    const [contact] = await contactsFor({ store: scene.store, institutionId, accountIds: [accountId], senders })
    if (!contact) return fail('account.off')
    const trial = { lines, contact, occasion: sampleOccasion(scene.today, name), institutionId, id: scene.chance.newId() }
    const reply = await SENDERS[channel](trial, scene)
    if (channel !== 'home') mustBeTaken(channel, reply)
    return { id: trial.id }
  },
  run: ({ channel }, { accountId }, { prepared }) =>
    Promise.resolve({ output: {}, audit: [{ subject: accountId, before: null, after: { channel, test: prepared.id } }] }),
})
