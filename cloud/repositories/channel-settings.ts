import type { ChannelSecret, ChannelSettingsDoc } from '../documents'
import { OFFICIAL_ACCOUNT_LAYOUT, SUBSCRIBE_MESSAGE_LAYOUT } from '../../domain/reminder/wechat-layout'
import { secretOwner } from '../channels-in-force'
import type { DocumentStore } from '../ports'
import type { SecretBox } from '../ports'
import { ownedBy } from './of-institution'

export type { ChannelSecret, ChannelSettingsDoc } from '../documents'

export const channelSettingsOf = async (store: Pick<DocumentStore, 'get'>, institutionId: string): Promise<ChannelSettingsDoc | null> =>
  ownedBy(await store.get('channel_settings', institutionId), institutionId)

/** An institution that has this mini-program for its own; `null`: none has. Several may share one: then any of them knows its secret. */
export async function ownerOfMiniProgram(store: DocumentStore, appId: string): Promise<string | null> {
  const [owner] = await store.find('channel_settings', { 'subscribeMessage.use': 'own', 'subscribeMessage.appId': appId }, { limit: 1, fields: ['institutionId'] })
  return owner?.institutionId ?? null
}

/** What an institution begins with: the environment's channels, and the field layouts of WeChat's library. */
export const untouchedSettings = (institutionId: string, now: Date): ChannelSettingsDoc => ({
  _id: institutionId, schema: 1, institutionId, version: 0,
  officialAccount: { use: 'default', appId: '', templateId: '', layout: OFFICIAL_ACCOUNT_LAYOUT },
  subscribeMessage: { use: 'default', appId: '', templateId: '', layout: SUBSCRIBE_MESSAGE_LAYOUT },
  sms: { use: 'default', appId: '', sign: '', templateId: '', digestTemplateId: '', secretId: '', dailyCap: null, personCap: null },
  secrets: {}, updatedBy: '', updatedAt: now,
})

/** As it is read: what was saved before there were these settings has them switched off. */
export const filledIn = (doc: ChannelSettingsDoc) => ({
  ...doc, employeeMessage: doc.employeeMessage ?? { on: false, templateId: '', layout: SUBSCRIBE_MESSAGE_LAYOUT }, mediaCheck: doc.mediaCheck ?? { on: false },
})

const names = (doc: ChannelSettingsDoc): ChannelSecret[] => Object.keys(doc.secrets) as ChannelSecret[]

/** The same secrets under the current master key; `null` when they lie there already. Throws when one does not open. */
export function resealed(doc: ChannelSettingsDoc, box: SecretBox): ChannelSettingsDoc['secrets'] | null {
  const old = names(doc).filter((name) => doc.secrets[name] && !box.isCurrent(doc.secrets[name]))
  if (old.length === 0) return null
  const secrets = { ...doc.secrets }
  for (const name of old) {
    const sealed = doc.secrets[name]
    const owner = secretOwner(doc.institutionId, name)
    if (sealed) secrets[name] = box.seal(box.open(sealed, owner), owner)
  }
  return secrets
}

const PAGE = 100

/** `false`: it lay under the current key already, or was saved meanwhile, which puts it there. */
async function carry(store: DocumentStore, doc: ChannelSettingsDoc, box: SecretBox): Promise<boolean> {
  const secrets = resealed(doc, box)
  return secrets !== null && (await store.update('channel_settings', { _id: doc._id, version: doc.version }, { set: { secrets } })) > 0
}

/**
 * Carries every institution's secrets over to the current master key; afterwards the previous one may be taken out of the environment. May be
 * repeated: what was saved meanwhile is left alone (its version moved) and is under the current key anyway. Answers how many institutions it carried.
 */
export async function rotateSecrets(store: DocumentStore, box: SecretBox): Promise<number> {
  let carried = 0
  for (let after = ''; ;) {
    const docs = await store.find('channel_settings', { _id: { after } }, { sort: [['_id', 1]], limit: PAGE })
    for (const doc of docs) carried += (await carry(store, doc, box)) ? 1 : 0
    const last = docs.at(-1)
    if (!last || docs.length < PAGE) return carried
    after = last._id
  }
}
