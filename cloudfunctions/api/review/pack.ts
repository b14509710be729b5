import { makePack, type PackedScan } from '../../../contract/review'
import { mediaType } from '../../../contract/attachment'
import * as v from 'valibot'
import { scanNames, stampWords } from '../../../domain/review/scan-names'
import { fail } from '../../../domain/kernel/failure'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { writeBook } from '../../../cloud/sheets/write-xlsx'
import { EXTENSION } from '../attachment/begin'
import { handOut, type HandedOut } from '../exports/hand-out'
import { bareDevices } from './bare-devices'
import { packSheets } from './book'
import { standingsOf, type Asked, type Standing } from './facts'
import { packHolding, rateSheets } from './rates'

/** Scans that a browser holds while it packs them. */
const MOST_MEGABYTES = 400
const MEGABYTE = 1024 * 1024

/** Every scan of the cycles that stood on the day, with its place in the pack. */
function scansOf(standings: readonly Standing[]): PackedScan[] {
  const all = standings.flatMap(({ doc, turn, department, type }) => turn.attachments.map((part) => ({ doc, turn, department, type, part, media: v.parse(mediaType, part.type) })))
  const paths = scanNames(all.map(({ doc, turn, department, type, media }) => ({ department: department.split('、')[0] ?? '', holder: doc.holderName, type, number: turn.number, extension: EXTENSION[media] })))
  const bytes = all.reduce((sum, { part }) => sum + part.bytes, 0)
  if (bytes > MOST_MEGABYTES * MEGABYTE) fail('review.too-large', { megabytes: Math.ceil(bytes / MEGABYTE), max: MOST_MEGABYTES })
  return all.map(({ doc, part, media }, at) => ({ certificateId: doc._id, attachmentId: part.id, path: paths[at] ?? part.name, name: part.name, type: media, bytes: part.bytes }))
}

/** 「MR室，磁共振，设备操作证」, or the whole of what the caller sees. */
async function aboutWords({ departmentId, deviceType, typeId }: Asked, { store }: Scene, standings: readonly Standing[]): Promise<string> {
  const department = departmentId === undefined ? null : await store.get('departments', departmentId)
  const words = [department?.name, deviceType, typeId && standings[0]?.type].filter((word) => word)
  return words.length === 0 ? '全部' : words.join('，')
}

const institutionName = async ({ store }: Scene, { institutionId }: SignedIn): Promise<string> => (await store.get('institutions', institutionId))?.name ?? ''

interface Written extends HandedOut { name: string; stamp: string; certificates: number; scans: PackedScan[] }

/** The book of a review pack and the list of its scans (B17). A repeated call makes another book. */
export const pack = changes(makePack, {
  secret: true,
  async prepare(asked, caller, scene): Promise<Written> {
    const standings = await standingsOf(asked, caller, scene)
    if (standings.length === 0) fail('export.nothing')
    const scans = scansOf(standings)
    const [institution, about, bare, found] = await Promise.all([institutionName(scene, caller), aboutWords(asked, scene, standings), bareDevices(asked, caller, scene), packHolding(asked, caller, scene)])
    const bytes = await writeBook(packSheets({ cover: { institution, by: caller.name, on: asked.on, made: scene.today, about }, standings, bare, rates: rateSheets(found) }))
    const name = `迎检包 ${asked.on}`
    return { ...await handOut({ name, bytes }, caller, scene), name, stamp: stampWords({ institution, by: caller.name, on: scene.today }), certificates: standings.length, scans }
  },
  async run(asked, caller, { tx, prepared: { upload, url, name, stamp, certificates, scans } }) {
    await tx.add('uploads', upload)
    return {
      output: { name, book: { name: upload.name, url }, stamp, certificates, scans },
      audit: [{ subject: caller.institutionId, before: null, after: { ...asked, rows: certificates, scans: scans.length } }],
    }
  },
})
