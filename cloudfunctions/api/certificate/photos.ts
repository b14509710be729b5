import { certificatePhotos } from '../../../contract/certificate'
import { may } from '../../../domain/account/permissions'
import { isPicture } from '../../../domain/attachment/attachment'
import { reads } from '../../../cloud/gate/verb'
import { certificatesByIds } from '../../../cloud/repositories/certificates'
import { attachmentLinks } from '../attachment/view'
import { certificateSubject } from './subject'

/** Pixels that a card of the list shows on the finest phone. */
const SIDE = 240

/** First photos of the certificates of a page, all links in one question. */
export const photos = reads(certificatePhotos, async ({ ids }, caller, scene) => {
  const found = await certificatesByIds(scene.store, caller.institutionId, [...new Set(ids)])
  const mine = found.filter((doc) => may(caller, 'certificate.read', certificateSubject(doc)).allowed)
  const firsts = mine.flatMap(({ _id, attachments }) => attachments.filter(isPicture).slice(0, 1).map((part) => ({ id: _id, part })))
  const links = await attachmentLinks(scene, { institutionId: caller.institutionId, parts: firsts.map(({ part }) => part), side: SIDE })
  return { photos: firsts.map(({ id, part }) => ({ id, url: links.get(part.id) ?? '' })).filter(({ url }) => url !== '') }
})
