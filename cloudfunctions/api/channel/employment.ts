import { answerEmployment, myEmployment, type EmploymentView } from '../../../contract/channel'
import { employmentOffer, isStaff, type EmploymentOffer } from '../../../domain/account/employment-offer'
import { fail } from '../../../domain/kernel/failure'
import { changes, reads, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { EmployeeBondDoc, WechatLinkDoc } from '../../../cloud/documents'
import { bondOf } from '../../../cloud/repositories/employee-bonds'
import { ownedBy } from '../../../cloud/repositories/of-institution'
import { employeeTemplateOf } from '../../../cloud/repositories/reach'
import { linksOf } from '../../../cloud/repositories/wechat-links'

interface Standing { offer: EmploymentOffer; templateId: string | null; link: WechatLinkDoc | null; bond: EmployeeBondDoc | null }

async function personOf({ accountId, institutionId }: SignedIn, { store }: Scene) {
  const account = await store.get('accounts', accountId)
  return account?.personId ? ownedBy(await store.get('people', account.personId), institutionId) : null
}

async function standingOf(caller: SignedIn, scene: Scene): Promise<Standing> {
  const [templateId, person, [link = null]] = await Promise.all([
    employeeTemplateOf(scene, caller.institutionId), personOf(caller, scene), linksOf(scene.store, caller.institutionId, [caller.accountId]),
  ])
  const bond = link && await bondOf(scene.store, link)
  return { templateId, link, bond, offer: employmentOffer({ templateId, staff: link !== null && isStaff(person), bond }) }
}

const mayBeAsked = ({ offer }: Pick<Standing, 'offer'>): boolean => offer === 'open' || offer === 'renewed'

const viewOf = (standing: Pick<Standing, 'offer' | 'templateId'>): EmploymentView =>
  ({ offer: standing.offer, templateId: mayBeAsked(standing) ? standing.templateId ?? '' : '' })

/** Whether the caller may be asked for 用工消息, or has been. */
export const employment = reads(myEmployment, async (_input, caller, scene) => viewOf(await standingOf(caller, scene)))

/** Keeps what he answered; he is not asked again. What a forged answer claims WeChat corrects at the first message (40256). */
export const answer = changes(answerEmployment, {
  prepare: (_input, caller, scene) => standingOf(caller, scene),
  async run({ templateId, binding, message }, { accountId, institutionId }, { tx, now, prepared }) {
    const { bond } = prepared
    const link = mayBeAsked(prepared) && templateId === prepared.templateId ? prepared.link : null
    if (link === null) return fail('channel.not-offered')
    const [related, agreed] = [binding === 'accept', binding === 'accept' && message === 'accept']
    const { _id, appId, openid } = link
    await tx.set('employee_bonds', { _id, schema: 1, institutionId, accountId, appId, openid, templateId, related, agreed, at: now })
    const after = { channel: 'employee-message', bound: related, accepted: agreed }
    return { output: viewOf({ offer: agreed ? 'agreed' : 'declined', templateId }), audit: [{ subject: accountId, before: { bound: bond?.related ?? false }, after }] }
  },
})
