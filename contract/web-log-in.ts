import * as v from 'valibot'
import { BROWSERS, SYSTEMS } from '../domain/account/web-log-in'
import { accountSelf } from './account'
import { command } from './operation'
import { done, instant } from './shapes'

/** 128 and 256 random bits. What is scanned says which log-in is meant; only the browser that asked holds the secret. */
const ticket = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))
const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))
const system = v.picklist(SYSTEMS)
const browser = v.picklist(BROWSERS)

/**
 * A log-in by the bound mini-program (B22), good for two minutes. `picture`: the mini-program's code, as a data address.
 * Failures: account.web-only, account.locked {until}, web-log-in.not-set-up, web-log-in.refused {code}.
 */
export const beginWebLogIn = command('account.begin-web-log-in', {
  input: v.strictObject({ system, browser }),
  output: v.strictObject({ ticket, secret, picture: v.string(), expiresAt: instant }),
  may: 'identified',
})

/** What became of it; `in`: confirmed, and here is the session, once. Failures: account.web-only, web-log-in.over. */
export const takeWebLogIn = command('account.take-web-log-in', {
  input: v.strictObject({ ticket, secret }),
  output: v.variant('state', [
    v.strictObject({ state: v.picklist(['waiting', 'scanned', 'refused']) }),
    v.strictObject({ state: v.literal('in'), token: v.string(), expiresAt: instant, account: accountSelf }),
  ]),
  may: 'identified',
})

/** On the phone: what was scanned. From now on nobody else can answer it. Failures: account.wechat-only, web-log-in.over. */
export const scanWebLogIn = command('account.scan-web-log-in', {
  input: v.strictObject({ ticket }),
  output: v.strictObject({ system, browser, address: v.string(), begunAt: instant, expiresAt: instant }),
  may: 'signed-in',
})

/** 确认登录 or 取消. Failures: account.wechat-only, web-log-in.over. */
export const answerWebLogIn = command('account.answer-web-log-in', { input: v.strictObject({ ticket, confirmed: v.boolean() }), output: done, may: 'signed-in' })
