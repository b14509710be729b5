import { createHash, createHmac } from 'node:crypto'
import { checkPassword, hashPassword } from './password-hash'
import type { Secrets } from './ports'
import { KEYS, requireSettings, type Environment } from './settings'

/** The Secrets port over node:crypto. A key is asked for when something is signed with it. */
export const nodeSecrets = (environment: Environment): Secrets => ({
  hashPassword: (password) => hashPassword(password),
  checkPassword,
  sign(purpose, text) {
    const name = KEYS[purpose]
    requireSettings(environment, [name])
    return createHmac('sha256', environment[name] ?? '').update(text).digest('hex')
  },
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
})
