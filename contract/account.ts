import * as v from 'valibot'
import { roleSchema } from '../domain/account/role'
import { CODES } from './hourly'
import { command, query } from './operation'
import { count, done, id, instant, keyword, named, nothing, pageOf, paging, text } from './shapes'

/** How one account can be reached (B2, B5). `wechatCredits`: one-time subscription messages left. */
export const reach = v.strictObject({
  bound: v.boolean(),
  follows: v.boolean(),
  hasPhone: v.boolean(),
  wechatCredits: count,
  /** He takes 用工消息 (B3). */
  employed: v.optional(v.boolean()),
})
export type Reach = v.InferOutput<typeof reach>

export const accountSelf = v.strictObject({
  id,
  name: v.string(),
  loginName: v.string(),
  role: roleSchema,
  department: v.nullable(named),
  institution: named,
  /** First three and last four digits; '' when none is on record. */
  phoneMasked: v.string(),
  reach,
})
export type AccountSelf = v.InferOutput<typeof accountSelf>

/** Who am I: `account` is null for a WeChat user who has not bound one. `actions` are those the role has at all. */
export const whoAmI = query('account.me', {
  input: nothing,
  output: v.strictObject({
    account: v.nullable(accountSelf),
    /** His account was switched off: he is told so instead of being asked to bind. */
    off: v.optional(v.boolean()),
    actions: v.array(v.string()),
    /** Ids that the tap on 「微信还可提醒」 needs at hand; null when the channel is not set up. */
    subscribeTemplateId: v.nullable(v.string()),
  }),
  may: 'identified',
})

const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/**
 * Binds the calling WeChat user to an account (S42, S56).
 * Failures: account.wrong-credentials, account.locked {until}, account.already-bound {name}, account.bound-to-another,
 * bind-code.wrong, bind-code.used, bind-code.expired, phone.ticket-over.
 */
export const bindAccount = command('account.bind', {
  input: v.variant('by', [
    v.strictObject({ by: v.literal('password'), institution: text(60), loginName: text(60), password: secret }),
    v.strictObject({ by: v.literal('code'), loginName: text(60), code: text(40) }),
    v.strictObject({ by: v.literal('phone'), ticket: text(200) }),
  ]),
  output: v.strictObject({ account: accountSelf }),
  may: 'identified',
})

/**
 * Accounts whose number on record is the one that WeChat vouches for: `code` comes from the phone number button, never a number from the app.
 * Each has a ticket for `account.bind`, good for five minutes and for the WeChat user who asked.
 * Failures: phone.not-set-up, phone.code {code}, phone.no-account, account.locked {until}, account.already-bound {name}.
 */
export const findByPhone = command('account.find-by-phone', {
  input: v.strictObject({ code: text(200) }),
  output: v.strictObject({ accounts: v.array(v.strictObject({ ticket: v.string(), name: v.string(), institution: v.string() })) }),
  may: 'identified',
})

export const unbindAccount = command('account.unbind', { input: nothing, output: done, may: 'signed-in' })

export const logOut = command('account.log-out', { input: nothing, output: done, may: 'signed-in' })

export const accountRow = v.strictObject({ id, name: v.string(), loginName: v.string(), role: roleSchema, department: v.nullable(named), reach })
export type AccountRow = v.InferOutput<typeof accountRow>

/** Every account of the institution, for 发送给指定人员 (S40: across departments) and for handing out bind codes. */
export const listAccounts = query('account.list', {
  input: v.strictObject({ keyword, ids: v.optional(v.pipe(v.array(id), v.maxLength(100))), ...paging }),
  output: pageOf(accountRow),
  may: 'account.read',
})

/** A one-time bind code, valid 24 h, shown once. */
export const issueBindCode = command('account.issue-bind-code', {
  input: v.strictObject({ accountId: id }),
  output: v.strictObject({ code: v.string(), loginName: v.string(), expiresAt: instant }),
  may: 'account.invite',
  fresh: true,
  hourly: CODES,
})

/**
 * Counts one tap on 「微信还可提醒」: `nonce` is made per tap, so a repeated report counts once (B2).
 * `result` is what wx.requestSubscribeMessage answered for the template.
 */
export const grantSubscription = command('account.grant-subscription', {
  input: v.strictObject({ nonce: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)), templateId: text(100), result: v.picklist(['accept', 'reject', 'ban', 'filter']) }),
  output: v.strictObject({ wechatCredits: count }),
  may: 'channel.self',
})
