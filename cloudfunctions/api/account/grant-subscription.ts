import { grantSubscription as grantOperation } from '../../../contract/account'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { creditId } from '../../../cloud/repositories/reach'

const NO_CREDIT = { remaining: 0, granted: 0, sent: 0 }

/** Counts one consent (B2). The nonce is made per tap: the same tap reported again counts once. A refusal changes nothing. */
export const grantSubscription = changes(grantOperation, {
  async run({ nonce, templateId, result }, { accountId, institutionId }, { tx, settings, now }) {
    if (templateId !== settings.subscribeTemplateId) fail('subscription.unknown-template')
    const id = creditId(accountId, templateId)
    const grantId = `${accountId}:${nonce}`
    const { remaining, granted, sent } = (await tx.get('subscription_credits', id)) ?? NO_CREDIT
    if (result !== 'accept' || await tx.get('subscription_grants', grantId)) return { output: { wechatCredits: remaining } }
    const owner = { schema: 1 as const, institutionId, accountId, templateId }
    await tx.add('subscription_grants', { _id: grantId, ...owner, at: now })
    await tx.set('subscription_credits', { _id: id, ...owner, remaining: remaining + 1, granted: granted + 1, sent })
    return { output: { wechatCredits: remaining + 1 } }
  },
})
