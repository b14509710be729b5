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

/** As many as one account may have at once: one more ends the oldest. */
export const MOST_SESSIONS = 20
/** Log-ins at the same instant may go beyond it: whatever ends sessions must find them, too. */
const MOST = 2 * MOST_SESSIONS

/** Those that must end so that one more can begin. */
export const oneTooMany = (open: readonly SessionDoc[]): SessionDoc[] =>
  [...open].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(MOST_SESSIONS - 1)

/** Open sessions of an account, to be ended when its way in changes. */
export const sessionsOf = (store: DocumentStore, { institutionId, accountId }: { institutionId: string; accountId: string }): Promise<SessionDoc[]> =>
  store.find('sessions', { ...ofInstitution(institutionId), accountId }, { limit: MOST })
