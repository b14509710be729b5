import * as v from 'valibot'
import { roleSchema } from '../domain/account/role'
import { reach } from './account'
import { UNMASKED } from './hourly'
import { command, query } from './operation'
import { count, done, id, instant, keyword, named, pageOf, paging, text } from './shapes'

/** What an administrator fills in; its values are judged by `checkAccount` in domain/account/account-form, at the field. `phone` null keeps what is stored. */
export const accountForm = v.strictObject({ name: text(60), loginName: text(60), role: roleSchema, departmentId: v.nullable(id), phone: v.nullable(text(30)) })
export type AccountForm = v.InferOutput<typeof accountForm>

export const ACCOUNT_STATES = ['bound', 'unbound', 'off'] as const
const stateSchema = v.picklist(ACCOUNT_STATES)
/** `bound` and `unbound`: in use, with or without a WeChat. */
export type AccountState = v.InferOutput<typeof stateSchema>

export const managedAccount = v.strictObject({
  id, name: v.string(), loginName: v.string(), role: roleSchema, department: v.nullable(named),
  /** First three and last four digits; '' when none is on record. */
  phoneMasked: v.string(),
  state: stateSchema,
  /** How he can be reached (B5). */
  reach,
  /** The caller may change it: its role is not above his. */
  mayChange: v.boolean(),
})
export type ManagedAccount = v.InferOutput<typeof managedAccount>

/** 账号管理: every account of the institution, those switched off too, by name. */
export const tableAccounts = query('account.table', {
  input: v.strictObject({ keyword, departmentId: v.optional(id), role: v.optional(roleSchema), state: v.optional(stateSchema), ...paging }),
  output: pageOf(managedAccount),
  may: 'account.write',
})

/** One account with what an administrator decides on. Failure: not-found. */
export const getAccount = query('account.get', {
  input: v.strictObject({ id }),
  output: v.strictObject({
    account: managedAccount,
    version: count,
    /** A password for the web edition is set. */
    hasPassword: v.boolean(),
    /** Sessions of the web edition that are open. */
    sessions: count,
    boundAt: v.nullable(instant),
    successor: v.nullable(named),
    /** Whose account it is (B27). */
    person: v.nullable(v.strictObject({ id, version: count, name: v.string(), staffNumber: v.string() })),
    /** Certificates that tell him, or would if he were in use. */
    told: count,
    /** Roles that the caller may give. */
    roles: v.array(roleSchema),
    isSelf: v.boolean(),
  }),
  may: 'account.write',
})

/**
 * A new account: without a password and unbound, until a one-time code is used.
 * Failures: invalid-input {fields}, account.login-name-taken, account.above-you, department.not-found.
 */
export const createAccount = command('account.create', { input: v.strictObject({ form: accountForm }), output: v.strictObject({ id }), may: 'account.write', fresh: true })

/**
 * Failures: invalid-input {fields}, not-found, account.changed-meanwhile {version}, account.login-name-taken, account.above-you,
 * account.role-above-yours, account.own-role, account.last-admin, department.not-found.
 */
export const updateAccount = command('account.update', {
  input: v.strictObject({ id, version: count, form: accountForm }),
  output: v.strictObject({ version: count }),
  may: 'account.write',
  fresh: true,
})

/**
 * Switches an account off: its sessions end, its codes are void, and from now on `successorId` is told in its place (B20, B27); null: nobody.
 * Failures: not-found, account.above-you, account.oneself, account.last-admin, account.successor-invalid.
 */
export const switchOffAccount = command('account.switch-off', { input: v.strictObject({ id, successorId: v.nullable(id) }), output: done, may: 'account.write' })

/** Failures: not-found, account.above-you. */
export const switchOnAccount = command('account.switch-on', { input: v.strictObject({ id }), output: done, may: 'account.write', fresh: true })

/**
 * Takes every way in: the WeChat is taken off, sessions end, the password and open codes are void, a lock is lifted. A new code opens it again.
 * Failures: not-found, account.above-you, account.oneself.
 */
export const resetAccount = command('account.reset', { input: v.strictObject({ id }), output: done, may: 'account.write', fresh: true })

/** The whole phone number; that somebody looked is on record (PIPL). Failures: not-found, account.above-you. */
export const seePhone = command('account.see-phone', { input: v.strictObject({ id }), output: v.strictObject({ phone: v.string() }), may: 'account.write', fresh: true, hourly: UNMASKED })
