import * as v from 'valibot'
import { WEB_LOG_IN_PURPOSES } from '../domain/account/web-log-in'
import { accountSelf } from './account'
import { command } from './operation'
import { done, instant, text } from './shapes'
import { computer, digits, held, ticket, webCode } from './web-code'

const password = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/**
 * Web edition: a session for name and password. `token` is shown once and kept by the browser. `confirm`: an administrator's phone is to say yes
 * to this code first (B25); `account.take-web-log-in` then hands out the session. `from`: what the phone is shown of the browser.
 * Failures as `account.bind`, and account.phone-unbound, web-log-in.not-set-up, web-log-in.refused {code}.
 */
export const logIn = command('account.log-in', {
  input: v.strictObject({ institution: text(60), loginName: text(60), password, from: v.optional(computer) }),
  output: v.variant('state', [
    v.strictObject({ state: v.literal('in'), token: v.string(), expiresAt: instant, account: accountSelf }),
    v.strictObject({ state: v.literal('confirm'), ...webCode.entries }),
  ]),
  may: 'identified',
})

/**
 * A log-in by the bound mini-program (B22), good for a minute. `picture`: the mini-program's code, as a data address.
 * Failures: account.web-only, account.locked {until}, web-log-in.not-set-up, web-log-in.refused {code}.
 */
export const beginWebLogIn = command('account.begin-web-log-in', {
  input: computer,
  output: webCode,
  may: 'identified',
})

/** What became of it; `in`: confirmed, and here is the session, once. Failures: account.web-only, web-log-in.over. */
export const takeWebLogIn = command('account.take-web-log-in', {
  input: held,
  output: v.variant('state', [
    v.strictObject({ state: v.picklist(['waiting', 'scanned', 'refused']) }),
    v.strictObject({ state: v.literal('in'), token: v.string(), expiresAt: instant, account: accountSelf }),
  ]),
  may: 'identified',
})

/** On the phone: what was scanned. From now on nobody else can answer it. Failures: account.wechat-only, web-log-in.over. */
export const scanWebLogIn = command('account.scan-web-log-in', {
  input: v.strictObject({ ticket }),
  output: v.strictObject({ ...computer.entries, address: v.string(), begunAt: instant, expiresAt: instant, purpose: v.picklist(WEB_LOG_IN_PURPOSES) }),
  may: 'signed-in',
})

/** 确认登录 with the two digits of the web page, or 取消 with null. Failures: account.wechat-only, web-log-in.over, web-log-in.wrong-digits, which turns it down for good. */
export const answerWebLogIn = command('account.answer-web-log-in', { input: v.strictObject({ ticket, digits: v.nullable(digits) }), output: done, may: 'signed-in' })

/**
 * Proves anew who sits at an open session of the web, by its account's password; good for what asks a fresh proof, for five minutes.
 * Failures: account.web-only, account.wrong-password, account.locked {until}.
 */
export const proveByPassword = command('account.prove', { input: v.strictObject({ password }), output: done, may: 'signed-in' })

/** The same by the bound mini-program, for whoever has no password. Failures as `account.begin-web-log-in`. */
export const beginProof = command('account.begin-proof', { input: computer, output: webCode, may: 'signed-in' })

/** Failures: account.web-only, web-log-in.over. */
export const takeProof = command('account.take-proof', { input: held, output: v.strictObject({ state: v.picklist(['waiting', 'scanned', 'refused', 'proven']) }), may: 'signed-in' })
