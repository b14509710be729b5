import { whoAmI } from '../../../contract/account'
import { ACTIONS, may } from '../../../domain/account/permissions'
import { readsForAnyone } from '../../../cloud/gate/verb'
import { accountSelf } from './self'

export const me = readsForAnyone(whoAmI, async (_input, { caller }, scene) => {
  const subscribeTemplateId = scene.settings.subscribeTemplateId
  const account = caller && await scene.store.get('accounts', caller.accountId)
  if (!caller || !account) return { account: null, actions: [], subscribeTemplateId }
  const actions = ACTIONS.filter((action) => may(caller, action).allowed)
  return { account: await accountSelf(scene, account), actions, subscribeTemplateId }
})
