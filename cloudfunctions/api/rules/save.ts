import { saveRules } from '../../../contract/rules'
import { checkInstitutionRules, type InstitutionRules } from '../../../domain/institution/rules'
import { fail, failOnFields } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { askToReckon, reckonAnew, rulesDocOr } from '../../../cloud/repositories/reckon-anew'
import { institutionRulesDoc } from '../../../cloud/repositories/rules'

/** Only holidays move days; quiet hours are asked when a message leaves. */
const moveDays = (a: InstitutionRules, b: InstitutionRules): boolean =>
  JSON.stringify([a.beforeHolidays, a.holidays]) !== JSON.stringify([b.beforeHolidays, b.holidays])

const tidied = (rules: InstitutionRules): InstitutionRules => ({ ...rules, holidays: [...rules.holidays].sort((a, b) => (a.from < b.from ? -1 : 1)) })

/** Saves the institution's rules; all plans follow when holidays changed. */
export const save = changes(saveRules, {
  prepare: ({ rules }) => {
    failOnFields('invalid-input', checkInstitutionRules(rules))
    return Promise.resolve(null)
  },
  async run({ version, rules: typed }, { institutionId, accountId }, { tx, now, store }) {
    const before = rulesDocOr(await institutionRulesDoc(tx, institutionId), { institutionId, accountId, now })
    if (before.version !== version) return fail('rules.changed-meanwhile', { version: before.version })
    const rules = tidied(typed)
    const doc = { ...before, rules, version: version + 1, updatedBy: accountId, updatedAt: now }
    await tx.set('institution_rules', moveDays(before.rules, rules) ? askToReckon(doc, null, now) : doc)
    return {
      output: { version: doc.version },
      audit: [{ subject: institutionId, before: before.rules, after: rules }],
      afterwards: async () => { await reckonAnew(store, institutionId, now) },
    }
  },
})
