import { renderWechat } from '../../../domain/reminder/render'
import { OFFICIAL_ACCOUNT_LAYOUT } from '../../../domain/reminder/wechat-layout'
import { DEFAULT_TEMPLATE } from '../../../domain/certificate/default-template'
import type { Scene } from '../../../cloud/gate/verb'
import type { WechatLinkDoc } from '../../../cloud/documents'
import type { AccountDoc } from '../../../cloud/repositories/accounts'

/**
 * Tells the WeChat that was bound before, by the official account if it follows: the account was bound anew (architecture §8). The approved template
 * has no words of its own for it, so its fields say it.
 */
export async function tellFormer(former: WechatLinkDoc | null, { institutionId }: AccountDoc, { lines, store, today, secrets }: Scene): Promise<void> {
  const gateway = former && former.unionid !== '' ? (await lines.of(institutionId)).providers.officialAccount : null
  if (!former || !gateway) return
  const [follower] = await store.find('followers', { unionid: former.unionid, appId: gateway.appId }, { limit: 1 })
  if (!follower) return
  const item = { certificateId: 'rebind', cycle: 1, expiresOn: today, template: DEFAULT_TEMPLATE, number: '', holderName: '', deviceNames: ['账号已换绑到新的微信'], departmentNames: [] }
  const fields = renderWechat({ day: today, items: [item] }, gateway.layout ?? OFFICIAL_ACCOUNT_LAYOUT)
  await gateway.send({ openid: follower.openid, fields, messageId: secrets.sha256(`rebind:${former._id}:${former.boundAt.toISOString()}`).slice(0, 32) })
}
