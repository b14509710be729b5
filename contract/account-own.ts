import * as v from 'valibot'
import { EXPORTS } from './hourly'
import { command } from './operation'
import { done, instant, nothing, text } from './shapes'

const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/**
 * A password for the web edition, by a one-time code: the first one, or a new one when it was forgotten. Ends all sessions.
 * Failures: bind-code.wrong, bind-code.used, bind-code.expired, account.locked {until}, account.web-only, invalid-input {fields}.
 */
export const setPassword = command('account.set-password', {
  input: v.strictObject({ loginName: text(60), code: text(40), password: secret }),
  output: done,
  may: 'identified',
})

/**
 * One's own password. On the web the present one is asked; whoever is bound proves himself by his WeChat. Every other session ends.
 * Failures: account.wrong-password, account.locked {until}, invalid-input {fields}.
 */
export const changePassword = command('account.change-password', {
  input: v.strictObject({ current: v.pipe(v.string(), v.maxLength(200)), password: secret }),
  output: done,
  may: 'signed-in',
})

/** Everything that is kept of oneself, as a file (PIPL art. 45): a link good for ten minutes. */
export const exportOwnData = command('account.own-data', { input: nothing, output: v.strictObject({ name: v.string(), url: v.string(), at: instant }), may: 'signed-in', fresh: true, hourly: EXPORTS })

/**
 * Deletes what is kept of oneself and need not be (PIPL art. 47): the phone, the password, the WeChat with its consents, sessions, messages, what one handed in and nobody has decided. The account
 * goes off and keeps its names; certificates, the record as a person and the audit stay, as the hospital must keep them. Failure: account.last-admin.
 */
export const eraseOwnData = command('account.erase-own', { input: nothing, output: done, may: 'signed-in', fresh: true })
