import { saveChannelSettings, type ChannelsForm } from '../../../contract/channel'
import type { InputOf } from '../../../contract/operation'
import { fail } from '../../../domain/kernel/failure'
import { secretOwner } from '../../../cloud/channels-in-force'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { channelSettingsOf, filledIn, resealed, untouchedSettings, type ChannelSettingsDoc } from '../../../cloud/repositories/channel-settings'
import { tryAccount, tryEmployee, tryMediaCheck, trySms } from './try-out'
import { viewOf } from './view'

type Input = InputOf<typeof saveChannelSettings>

/** An EncodingAESKey is 43 letters and digits (platform facts §2.5). */
const AES_KEY = /^[A-Za-z0-9]{43}$/

const formOf = ({ officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms }: ChannelsForm): ChannelsForm => ({ officialAccount, subscribeMessage, employeeMessage, mediaCheck, sms })

function sealed({ secrets }: Input, before: ChannelSettingsDoc, { box }: Scene): ChannelSettingsDoc['secrets'] {
  const kept = resealed(before, box) ?? before.secrets
  const typed = secrets.map(({ name, value }) => [name, box.seal(value.trim(), secretOwner(before.institutionId, name))] as const)
  return { ...kept, ...Object.fromEntries(typed) }
}

/** What a channel of the institution's own needs before anything can be sent by it. */
const needsOf = ({ officialAccount, subscribeMessage, sms, secrets }: ChannelSettingsDoc) => ([
  ['official-account', officialAccount.use, [officialAccount.appId, officialAccount.templateId, secrets.officialSecret?.text, secrets.pushToken?.text, secrets.pushAesKey?.text]],
  ['subscribe-message', subscribeMessage.use, [subscribeMessage.appId, subscribeMessage.templateId, secrets.miniSecret?.text]],
  ['sms', sms.use, [sms.appId, sms.sign, sms.templateId, sms.secretId, secrets.smsSecretKey?.text]],
] as const)

function check(doc: ChannelSettingsDoc): void {
  if (doc.employeeMessage?.on && doc.employeeMessage.templateId === '') fail('channel.incomplete', { channel: 'employee-message' })
  for (const [channel, use, needed] of needsOf(doc)) {
    if (use === 'own' && needed.some((each) => each === undefined || each === '')) fail('channel.incomplete', { channel })
  }
}

/** Did anything change by which the channel works? Then it is tried again. */
function touched(input: Input, before: ChannelsForm) {
  const typed = new Set<string>(input.secrets.map(({ name }) => name))
  const differs = (channel: keyof ChannelsForm): boolean => JSON.stringify(input[channel]) !== JSON.stringify(before[channel])
  const anew = (channel: keyof ChannelsForm, secret: string): boolean => differs(channel) || typed.has(secret)
  return {
    official: input.officialAccount.use === 'own' && anew('officialAccount', 'officialSecret'),
    mini: input.subscribeMessage.use === 'own' && anew('subscribeMessage', 'miniSecret'),
    employee: input.employeeMessage.on && (anew('subscribeMessage', 'miniSecret') || differs('employeeMessage')),
    pictures: input.mediaCheck.on && (anew('subscribeMessage', 'miniSecret') || differs('mediaCheck')),
    sms: input.sms.use === 'own' && anew('sms', 'smsSecretKey'),
  }
}

async function tryOut(doc: ChannelSettingsDoc, { accountId }: SignedIn, { scene, which }: { scene: Scene; which: ReturnType<typeof touched> }): Promise<void> {
  const lines = scene.lines.as(doc)
  if (which.official) await tryAccount(lines, 'official-account')
  if (which.mini) await tryAccount(lines, 'subscribe-message')
  if (which.employee) await tryEmployee(lines, scene)
  if (which.pictures) await tryMediaCheck(lines)
  const account = which.sms ? await scene.store.get('accounts', accountId) : null
  if (account) await trySms(lines, account, scene)
}

/** Saves 通道设置 after the providers took them. The audit names which secrets were typed anew, never what they are. */
export const saveSettings = changes(saveChannelSettings, {
  secret: true,
  async prepare(input, caller, scene): Promise<ChannelSettingsDoc> {
    const before = (await channelSettingsOf(scene.store, caller.institutionId)) ?? untouchedSettings(caller.institutionId, scene.now)
    if (before.version !== input.version) fail('channel.changed-meanwhile')
    if (input.secrets.some(({ name, value }) => name === 'pushAesKey' && !AES_KEY.test(value.trim()))) fail('channel.aes-key')
    const doc = {
      ...before, ...formOf(input), secrets: sealed(input, before, scene), version: before.version + 1, updatedBy: caller.accountId, updatedAt: scene.now,
    }
    check(doc)
    await tryOut(doc, caller, { scene, which: touched(input, filledIn(before)) })
    return doc
  },
  async run(input, caller, work) {
    const { tx, prepared: doc } = work
    const before = await channelSettingsOf({ get: tx.get }, caller.institutionId)
    if ((before?.version ?? 0) !== input.version) fail('channel.changed-meanwhile')
    await tx.set('channel_settings', doc)
    const after = { ...formOf(input), secretsTyped: input.secrets.map(({ name }) => name) }
    return { output: viewOf(doc, work), audit: [{ subject: caller.institutionId, before: before && formOf(filledIn(before)), after }] }
  },
})
