import { signal } from './signal'
import { storage } from './storage'

const KEY = 'session'

/** The web edition's session: a bearer token kept by this browser until log-out or expiry. */
export const session = {
  token: (): string | null => {
    const kept = storage.read(KEY)
    return typeof kept === 'string' ? kept : null
  },
  keep: (token: string): void => storage.write(KEY, token),
  end: (): void => storage.remove(KEY),
}

/** Counts sessions begun and ended, so that what hangs on «who am I» asks again. */
export const sessionTurn = signal(0)

/** The server no longer knows the session of `token`. An answer to an older one must not end the one that has begun since. */
export const sessionEnded = (token: string | null): void => {
  if (token === null || session.token() !== token) return
  session.end()
  sessionTurn.set(sessionTurn.get() + 1)
}

export const sessionBegun = (token: string): void => {
  session.keep(token)
  sessionTurn.set(sessionTurn.get() + 1)
}
