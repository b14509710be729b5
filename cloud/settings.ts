import type { Settings } from './ports'

/** The function's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Keys of the environment, one per purpose; any long random text, the same for every function that needs it.
 * - `CODE_KEY`: bind codes are stored as HMAC under it. Changing it makes open codes worthless.
 * - `SESSION_KEY`: what is remembered of a request's input (it may hold a password) is an HMAC under it.
 * - `DELIVER_KEY`: `remind` signs its calls to `deliver` and `api` with it.
 * - `ADDRESS_KEY`: makes an institution's addresses for pushes and receipts, and the scenes of its QR codes, such that nobody guesses them.
 */
export const KEYS = { 'bind-code': 'CODE_KEY', session: 'SESSION_KEY', deliver: 'DELIVER_KEY', address: 'ADDRESS_KEY' } as const
export type KeyPurpose = keyof typeof KEYS

/** A function that lacks what it needs must not start half: the first call says which variable is missing. */
export class SettingsError extends Error {
  constructor(readonly missing: readonly string[]) {
    super(`These environment variables are missing: ${missing.join(', ')}. See cloud/settings.ts for what they mean.`)
    this.name = 'SettingsError'
  }
}

export function requireSettings(environment: Environment, names: readonly string[]): void {
  const missing = names.filter((name) => !environment[name])
  if (missing.length > 0) throw new SettingsError(missing)
}

const listOf = (text: string | undefined): string[] => (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')

/**
 * - `MINI_APP_IDS`: appids whose users may bind, with commas between. Without one nobody can come in from WeChat.
 * - `WEB_ORIGIN`: origin of the web edition, `https://…`; without it the browser's calls from elsewhere are not answered.
 * - `SUBSCRIBE_TEMPLATE_ID`: the subscription message that 「微信还可提醒」 asks consent for; without it the tap is not offered.
 */
export const readSettings = (environment: Environment): Settings => ({
  miniAppIds: listOf(environment.MINI_APP_IDS),
  webOrigin: (environment.WEB_ORIGIN ?? '').trim().replace(/\/$/, ''),
  subscribeTemplateId: environment.SUBSCRIBE_TEMPLATE_ID?.trim() || null,
})
