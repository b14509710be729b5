import { getRules } from '../../../contract/rules'
import type { OutputOf } from '../../../contract/operation'
import { may } from '../../../domain/account/permissions'
import { DEFAULT_INSTITUTION_RULES } from '../../../domain/institution/rules'
import { reads, type Scene } from '../../../cloud/gate/verb'
import { accountsByIds } from '../../../cloud/repositories/accounts'
import { marksIn } from '../../../cloud/repositories/channel-marks'
import { institutionRulesDoc } from '../../../cloud/repositories/rules'

type Mark = OutputOf<typeof getRules>['marks'][number]

async function marks(institutionId: string, { store }: Scene): Promise<Mark[]> {
  const docs = await marksIn(store, institutionId)
  const people = docs.filter(({ kind }) => kind === 'steps').map(({ accountId }) => accountId)
  const names = new Map((await accountsByIds(store, institutionId, people)).map(({ _id, name }) => [_id, name]))
  return docs.map(({ way, kind, accountId, code, at }) => ({
    way, kind, code, at: at.toISOString(), accountId: kind === 'stopped' ? null : accountId, account: kind === 'stopped' ? '' : names.get(accountId) ?? '',
  }))
}

/** The institution's rules of reminding, and for those who may change them what WeChat stopped. */
export const get = reads(getRules, async (_input, caller, scene) => {
  const doc = await institutionRulesDoc(scene.store, caller.institutionId)
  const rules = doc?.rules ?? DEFAULT_INSTITUTION_RULES
  const mayChange = may(caller, 'settings.write').allowed
  return { rules: { ...rules, holidays: [...rules.holidays] }, version: doc?.version ?? 0, marks: mayChange ? await marks(caller.institutionId, scene) : [] }
})
