import { unbindAccount } from '../../../contract/account'
import { changes } from '../../../cloud/gate/verb'
import { endBondsOf } from '../../../cloud/end-bonds'
import { creditId, subscribeTemplateOf } from '../../../cloud/repositories/reach'
import { linksOf } from '../../../cloud/repositories/wechat-links'

/** Takes the WeChat user off the account; what he had consented to goes with him, since the consent was his. */
export const unbind = changes(unbindAccount, {
  async run(_input, caller, work) {
    const { tx, store } = work
    const links = await linksOf(store, caller.institutionId, [caller.accountId])
    for (const { _id } of links) await tx.remove('wechat_links', _id)
    const templateId = await subscribeTemplateOf(work, caller.institutionId)
    const credit = templateId && creditId(caller.accountId, templateId)
    if (credit && await tx.get('subscription_credits', credit)) await tx.remove('subscription_credits', credit)
    return {
      output: {}, audit: [{ subject: caller.accountId, before: { bound: links.length > 0 }, after: { bound: false } }],
      afterwards: async () => { await endBondsOf(work, caller.institutionId, caller.accountId) },
    }
  },
})
