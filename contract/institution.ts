import * as v from 'valibot'
import { securityRulesSchema } from '../domain/institution/security'
import { command, query } from './operation'
import { count, named, nothing } from './shapes'

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

/** Failures: invalid-input {fields}, security.changed-meanwhile {version}, security.bind-first, web-log-in.not-set-up. */
export const saveSecurity = command('institution.save-security', {
  input: v.strictObject({ version: count, rules: securityRulesSchema }),
  output: v.strictObject({ version: count }),
  may: 'security.write',
  fresh: true,
})
