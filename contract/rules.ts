import * as v from 'valibot'
import { institutionRulesSchema } from '../domain/institution/rules'
import { WECHAT_WAYS } from '../domain/reminder/channel'
import { command, query } from './operation'
import { count, done, id, instant, nothing } from './shapes'

const way = v.picklist(WECHAT_WAYS)

/**
 * The institution's rules (B11, B18, B28). `version` 0: nobody saved any. `marks`: what WeChat stopped, for those who may change settings:
 * `stopped` a whole way (43116; `accountId` null), `steps` one person who was told too often (43117).
 */
export const getRules = query('rules.get', {
  input: nothing,
  output: v.strictObject({
    rules: institutionRulesSchema,
    version: count,
    marks: v.array(v.strictObject({ way, kind: v.picklist(['stopped', 'steps']), accountId: v.nullable(id), account: v.string(), code: v.string(), at: instant })),
  }),
  may: 'certificate.read',
})

/** Saves them; when 节假日前提醒 or its list changes, all plans are reckoned anew. Failures: invalid-input {fields}, rules.changed-meanwhile {version}. */
export const saveRules = command('rules.save', { input: v.strictObject({ version: count, rules: institutionRulesSchema }), output: v.strictObject({ version: count }), may: 'settings.write' })

/** Takes a mark back: the way or the person hears again as before. Failure: not-found. */
export const resumeWay = command('rules.resume', { input: v.strictObject({ way, accountId: v.nullable(id) }), output: done, may: 'settings.write' })
