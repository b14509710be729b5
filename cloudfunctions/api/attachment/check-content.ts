import { isCheckable, unaskedState } from '../../../domain/attachment/media-check'
import type { Scene } from '../../../cloud/gate/verb'
import { keepAsked, keepUnasked } from '../../../cloud/repositories/media-checks'
import type { UploadDoc } from '../../../cloud/repositories/uploads'
import { linksOf } from '../../../cloud/repositories/wechat-links'

/** Who uploads without a WeChat of this mini-program's cannot be asked about. */
const NO_WECHAT = 'no-wechat'

/**
 * Shows a picture that was just confirmed to WeChat's content check, where the hospital has switched it on. Nobody waits for the verdict and nothing
 * depends on it: what cannot be asked is written down and passes.
 */
export async function checkContent(upload: UploadDoc, { store, files, lines, chance, now: at }: Pick<Scene, 'store' | 'files' | 'lines' | 'chance' | 'now'>): Promise<void> {
  const { institutionId, accountId, _id: attachmentId, name, fileId } = upload
  const { mediaChecks } = isCheckable(upload) ? await lines.of(institutionId) : { mediaChecks: null }
  if (!mediaChecks) return
  const { appId } = mediaChecks
  const picture = { institutionId, accountId, attachmentId, name, appId }
  const link = (await linksOf(store, institutionId, [accountId])).find((each) => each.appId === appId)
  if (!link) return keepUnasked(store, picture, { id: chance.newId(), state: 'skipped', code: NO_WECHAT, at })
  const url = (await files.links([fileId])).get(fileId) ?? ''
  const asked = await mediaChecks.ask({ url, openid: link.openid })
  if (asked.traceId === null) return keepUnasked(store, picture, { id: chance.newId(), state: unaskedState(asked.code), code: asked.code, at })
  await keepAsked(store, picture, { traceId: asked.traceId, at })
}
