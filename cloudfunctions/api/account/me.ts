import { whoAmI } from '../../../contract/account'
import { ACTIONS, may } from '../../../domain/account/permissions'
import { readsForAnyone } from '../../../cloud/gate/verb'
import { subscribeTemplateOf } from '../../../cloud/repositories/reach'
import { accountSelf } from './self'

export const me = readsForAnyone(whoAmI, async (_input, { caller, off }, scene) => {
  const account = caller && await scene.store.get('accounts', caller.accountId)
  if (!caller || !account) return { account: null, ...(off && { off }), actions: [], subscribeTemplateId: scene.settings.subscribeTemplateId }
  const subscribeTemplateId = await subscribeTemplateOf(scene, caller.institutionId)
  const actions = ACTIONS.filter((action) => may(caller, action).allowed)
  return { account: await accountSelf(scene, account), actions, subscribeTemplateId }
})
