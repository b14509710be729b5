import type { DocumentStore } from '../ports'
import { linksOf } from './wechat-links'
import { ofInstitution } from './of-institution'
import { sessionsOf } from './sessions'

/** Of each kind: more than anybody gathers within what the file is for. */
const MOST = 2000

/** Everything that names the account's holder: his account, his record as a person, his ways in, his certificates, what was sent to him, what he did. */
export async function ownRecords(store: DocumentStore, { institutionId, accountId }: { institutionId: string; accountId: string }) {
  const of = ofInstitution(institutionId)
  const account = await store.get('accounts', accountId)
  const person = account?.personId ? await store.get('people', account.personId) : null
  const [links, sessions, inbox, deliveries, audit, certificates] = await Promise.all([
    linksOf(store, institutionId, [accountId]),
    sessionsOf(store, { institutionId, accountId }),
    store.find('inbox', { accountId }, { sort: [['at', -1]], limit: MOST }),
    store.find('deliveries', { ...of, accountId }, { sort: [['createdAt', -1]], limit: MOST, fields: ['day', 'slot', 'channel', 'state', 'reason', 'createdAt'] }),
    store.find('audit', { ...of, accountId }, { sort: [['at', -1]], limit: MOST, fields: ['at', 'operation', 'subject'] }),
    person ? store.find('certificates', { ...of, personId: person._id }, { limit: MOST }) : [],
  ])
  return { account, person, links, sessions: sessions.map(({ createdAt, expiresAt }) => ({ createdAt, expiresAt })), inbox, deliveries, audit, certificates }
}
