import * as v from 'valibot'
import { retentionSchema } from '../domain/institution/retention'
import { securityRulesSchema } from '../domain/institution/security'
import { CODES } from './hourly'
import { command, query } from './operation'
import { count, id, instant, keyword, named, nothing, pageOf, paging, text } from './shapes'

/** 安全设置 (B25, PIPL). `version` 0: nobody saved any. */
export const getSecurity = query('institution.security', {
  input: nothing,
  output: v.strictObject({
    rules: securityRulesSchema,
    version: count,
    /** The caller's own account is tied to a mini-program: without it he may not demand it of others. */
    bound: v.boolean(),
    /** Administrators in use who have none: on the web they stay outside until they bind. */
    unbound: v.array(named),
  }),
  may: 'security.write',
})

/** `retention` left out stays as it is, as from an edition that knows nothing of it. Failures: security.changed-meanwhile {version}, security.bind-first, web-log-in.not-set-up. */
export const saveSecurity = command('institution.save-security', {
  input: v.strictObject({ version: count, rules: v.strictObject({ adminsConfirm: v.boolean(), retention: v.optional(retentionSchema) }) }),
  output: v.strictObject({ version: count }),
  may: 'security.write',
  fresh: true,
})

/** A hospital and its first 院级管理员, as 平台运维 fills them in; judged by `checkInstitution` in domain/institution/institution-form, at the field. */
export const institutionForm = v.strictObject({ name: text(80), adminName: text(60), loginName: text(60), phone: text(30) })

/** 机构管理: the hospitals by name, and whether somebody is in use there who can make the other accounts. Nothing of what lies in them. */
export const listInstitutions = query('institution.list', {
  input: v.strictObject({ keyword, ...paging }),
  output: pageOf(v.strictObject({ id, name: v.string(), createdAt: instant, hasAdmin: v.boolean() })),
  may: 'institution.found',
})

/**
 * A new hospital with its first 院级管理员, who has a one-time code and no password. The code is told once.
 * Failures: invalid-input {fields}, institution.name-taken.
 */
export const createInstitution = command('institution.create', {
  input: v.strictObject({ form: institutionForm }),
  output: v.strictObject({ id, name: v.string(), loginName: v.string(), code: v.string(), expiresAt: instant }),
  may: 'institution.found',
  fresh: true,
  hourly: CODES,
})
