import type { SessionDoc } from '../documents'
import type { DocumentStore, Secrets } from '../ports'
import { ofInstitution } from './of-institution'

/** Hours that a session of the web edition lasts. */
const HOURS = 12
const TOKEN_BYTES = 32

/** The token itself is stored nowhere. */
export const sessionIdOf = (token: string, secrets: Secrets): string => secrets.sha256(token)

export const tokenFrom = (random: Uint8Array): string => Buffer.from(random.slice(0, TOKEN_BYTES)).toString('base64url')

interface Opened { token: string; institutionId: string; accountId: string; now: Date }

export const newSession = ({ token, institutionId, accountId, now }: Opened, secrets: Secrets): SessionDoc => ({
  _id: sessionIdOf(token, secrets), schema: 1, institutionId, accountId, createdAt: now, expiresAt: new Date(now.getTime() + HOURS * 3600 * 1000),
})

/** More than one person has open at once. */
const MOST = 40

/** Open sessions of an account, to be ended when its way in changes. */
export const sessionsOf = (store: DocumentStore, { institutionId, accountId }: { institutionId: string; accountId: string }): Promise<SessionDoc[]> =>
  store.find('sessions', { ...ofInstitution(institutionId), accountId }, { limit: MOST })
