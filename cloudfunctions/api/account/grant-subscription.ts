import { grantSubscription as grantOperation } from '../../../contract/account'
import { afterReport } from '../../../domain/account/consent'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { turnLedger } from '../../../cloud/repositories/consents'
import { creditId, subscribeTemplateOf } from '../../../cloud/repositories/reach'

/** Counts one consent (B2). The nonce is made per tap: the same tap reported again counts once. A refusal changes nothing. */
export const grantSubscription = changes(grantOperation, {
  async run({ nonce, templateId, result }, { accountId, institutionId }, work) {
    const { tx, now } = work
    if (templateId !== await subscribeTemplateOf(work, institutionId)) fail('subscription.unknown-template')
    const grantId = `${accountId}:${nonce}`
    if (result !== 'accept' || await tx.get('subscription_grants', grantId)) {
      return { output: { wechatCredits: (await tx.get('subscription_credits', creditId(accountId, templateId)))?.remaining ?? 0 } }
    }
    await tx.add('subscription_grants', { _id: grantId, schema: 1, institutionId, accountId, templateId, at: now })
    const { remaining } = await turnLedger(tx, { institutionId, accountId }, { templateId, after: afterReport })
    return { output: { wechatCredits: remaining } }
  },
})
