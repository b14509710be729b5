import { exportOwnData } from '../../../contract/account-own'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { ownRecords } from '../../../cloud/repositories/own-records'

/** Everything kept of the caller; never the hash of his password, and of others only what stands in his own records. */
async function textOf(caller: SignedIn, { store, now }: Scene): Promise<string> {
  const own = await ownRecords(store, caller)
  const account = own.account && { ...own.account, passwordHash: undefined, lockout: undefined }
  return JSON.stringify({ 说明: '操作证管家中与您有关的全部记录', 导出时间: now.toISOString(), 账号: account, 人员档案: own.person, 微信绑定: own.links, 网页登录: own.sessions, 证件: own.certificates, 收到的提醒: own.inbox, 送达记录: own.deliveries, 操作记录: own.audit }, null, 2)
}

/** A file that the sweep takes away the day after; the answer is a link that ages, so a repeated call makes another file. */
export const ownData = changes(exportOwnData, {
  secret: true,
  async prepare(_input, caller, scene) {
    const { files, chance, secrets, now, today } = scene
    const bytes = new TextEncoder().encode(await textOf(caller, scene))
    const _id = chance.newId()
    const path = `exports/${caller.institutionId}/${_id}.json`
    const fileId = await files.write(path, bytes)
    const upload = {
      _id, schema: 1 as const, institutionId: caller.institutionId, accountId: caller.accountId, path, fileId, name: `我的数据 ${today}.json`, type: 'application/json',
      bytes: bytes.byteLength, sha256: secrets.sha256(bytes), state: 'begun' as const, createdAt: now,
    }
    return { upload, url: (await files.links([fileId])).get(fileId) ?? '' }
  },
  async run(_input, { accountId }, { tx, now, prepared: { upload, url } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url, at: now.toISOString() }, audit: [{ subject: accountId, before: null, after: { bytes: upload.bytes } }] }
  },
})
