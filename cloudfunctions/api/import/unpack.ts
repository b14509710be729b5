import { IMPORT_LIMITS, unpackPhotos } from '../../../contract/import'
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENT_NAME, sniff, type AttachmentType } from '../../../domain/attachment/attachment'
import { withoutPosition } from '../../../domain/attachment/without-position'
import { fail } from '../../../domain/kernel/failure'
import { clip, tidy } from '../../../domain/kernel/text'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { addMissing } from '../../../cloud/repositories/add-missing'
import { photoId } from '../../../cloud/repositories/import-lookups'
import type { UploadDoc } from '../../../cloud/repositories/uploads'
import { archiveEntries, unpackEntry, type ArchiveEntry } from '../../../cloud/sheets/archive'
import { EXTENSION } from '../attachment/begin'
import { stagedFile } from './staged-file'

const BUDGET_MS = 6000
/** Files that are written at once. */
const AT_ONCE = 8
const HEAD = 16
/** Photos hardly shrink: what unpacks to far more than it was is none. */
const BOUNDS = { entries: 4000, unpackedBytes: IMPORT_LIMITS.photosBytes * 4, ratio: 100 }

interface Packed { entry: ArchiveEntry; place: number }

/** Folders, and what macOS and Windows add of their own. */
const isOwnFile = ({ name, unpacked }: ArchiveEntry): boolean => unpacked > 0 && !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/i.test(name)

/** The last folder belongs to the name: `张伟/1.jpg` is 张伟's. */
const shortName = (name: string): string => clip(tidy(name.replaceAll('\\', '/').split('/').filter((part) => part !== '').slice(-2).join(' ')), MAX_ATTACHMENT_NAME)

interface Of { scene: Scene; caller: SignedIn; packId: string }

/** Where no client can write, without the place where it was taken (architecture §8). */
async function keep(bytes: Uint8Array, type: AttachmentType, { scene: { files, secrets, chance }, caller: { institutionId } }: Of) {
  const clean = withoutPosition(bytes, type)
  const path = `files/${institutionId}/${chance.newId()}.${EXTENSION[type]}`
  return { path, type, fileId: await files.write(path, clean), bytes: clean.length, sha256: secrets.sha256(clean) }
}

/** Its staged attachment; null when it is no photo or PDF, or too large for one. A repeated call finds it there. */
async function unpacked(pack: Uint8Array, { entry, place }: Packed, of: Of): Promise<UploadDoc | null> {
  const { scene, caller: { accountId, institutionId }, packId } = of
  const bytes = entry.unpacked > MAX_ATTACHMENT_BYTES ? null : unpackEntry(pack, entry)
  const type = bytes && sniff(bytes.subarray(0, HEAD))
  if (!bytes || !type) return null
  const _id = photoId(packId, place)
  const before = await scene.store.get('uploads', _id)
  return before ?? { _id, schema: 1, institutionId, accountId, name: shortName(entry.name), state: 'confirmed', createdAt: scene.now, ...await keep(bytes, type, of) }
}

interface Done { next: number | null; total: number; unusable: string[] }

async function unpackFrom(pack: Uint8Array, { entries, from }: { entries: Packed[]; from: number }, of: Of): Promise<Done> {
  const { store, clock } = of.scene
  const began = clock.elapsed()
  const unusable: string[] = []
  let next = from
  while (next < entries.length && clock.elapsed() - began < BUDGET_MS) {
    const part = entries.slice(next, next + AT_ONCE)
    const photos = await Promise.all(part.map((packed) => unpacked(pack, packed, of)))
    await addMissing(store, 'uploads', photos.flatMap((photo) => photo ?? []))
    unusable.push(...part.filter((_, at) => photos[at] === null).map(({ entry }) => shortName(entry.name)))
    next += part.length
  }
  return { next: next < entries.length ? next : null, total: entries.length, unusable }
}

const ZIP = [0x50, 0x4b]

/** Photos of certificates out of a zip (B33): each becomes a staged attachment of the caller, by what its bytes are and without the place where it was taken. */
export const unpack = changes(unpackPhotos, {
  async prepare({ packId, from }, caller, scene): Promise<Done> {
    const { bytes } = await stagedFile(scene, { id: packId, kind: 'photos' }, caller)
    if (!ZIP.every((byte, at) => bytes[at] === byte)) fail('import.not-a-zip')
    const entries = archiveEntries(bytes, BOUNDS).filter(isOwnFile).map((entry, place) => ({ entry, place }))
    return unpackFrom(bytes, { entries, from }, { scene, caller, packId })
  },
  run: (_asked, _caller, { prepared }) => Promise.resolve({ output: prepared }),
})
