import { IMPORT_LIMITS, unpackPhotos, type RefusedPhoto } from '../../../contract/import'
import { takeOut } from '../../../domain/attachment/arrived'
import { MAX_ATTACHMENT_NAME, type AttachmentType } from '../../../domain/attachment/attachment'
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
/** Photos hardly shrink: what unpacks to far more than it was is none. */
const BOUNDS = { entries: 4000, unpackedBytes: IMPORT_LIMITS.photosBytes * 4, ratio: 100 }

interface Packed { entry: ArchiveEntry; place: number }

/** Not folders, nor what macOS and Windows add of their own. */
const isOwnFile = ({ name }: ArchiveEntry): boolean => !/[/\\]$|(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(name)

/** The last folder belongs to the name: `张伟/1.jpg` is 张伟's. */
const shortName = (name: string): string => clip(tidy(name.replaceAll('\\', '/').split('/').filter((part) => part !== '').slice(-2).join(' ')), MAX_ATTACHMENT_NAME)

interface Of { scene: Scene; caller: SignedIn; packId: string }

/** Where no client can write, without the place where it was taken (architecture §8). */
async function keep(bytes: Uint8Array, type: AttachmentType, { scene: { files, secrets, chance }, caller: { institutionId } }: Of) {
  const clean = withoutPosition(bytes, type)
  const path = `files/${institutionId}/${chance.newId()}.${EXTENSION[type]}`
  return { path, type, fileId: await files.write(path, clean), bytes: clean.length, sha256: secrets.sha256(clean) }
}

type Unpacked = { photo: UploadDoc } | { refused: RefusedPhoto }

/** Its staged attachment, or why it is none. A repeated call finds it there. */
async function unpacked(pack: Uint8Array, { entry, place }: Packed, of: Of): Promise<Unpacked> {
  const { scene, caller: { accountId, institutionId }, packId } = of
  const name = shortName(entry.name)
  const taken = takeOut({ name: entry.name, size: entry.unpacked, unpack: () => unpackEntry(pack, entry) })
  if ('code' in taken) return { refused: { name, code: taken.code } }
  const _id = photoId(packId, place)
  const before = await scene.store.get('uploads', _id)
  return { photo: before ?? { _id, schema: 1, institutionId, accountId, name, state: 'confirmed', createdAt: scene.now, ...await keep(taken.bytes, taken.type, of) } }
}

interface Done { next: number | null; total: number; refused: RefusedPhoto[] }

async function unpackFrom(pack: Uint8Array, { entries, from }: { entries: Packed[]; from: number }, of: Of): Promise<Done> {
  const { store, clock } = of.scene
  const began = clock.elapsed()
  const refused: RefusedPhoto[] = []
  let next = from
  while (next < entries.length && clock.elapsed() - began < BUDGET_MS) {
    const part = entries.slice(next, next + AT_ONCE)
    const out = await Promise.all(part.map((packed) => unpacked(pack, packed, of)))
    await addMissing(store, 'uploads', out.flatMap((each) => ('photo' in each ? each.photo : [])))
    refused.push(...out.flatMap((each) => ('refused' in each ? each.refused : [])))
    next += part.length
  }
  return { next: next < entries.length ? next : null, total: entries.length, refused }
}

const ZIP = [0x50, 0x4b]

/** Photos of certificates out of a zip (B33): each becomes a staged attachment of the caller by the rules of an upload, without the place where it was taken. */
export const unpack = changes(unpackPhotos, {
  async prepare({ packId, from }, caller, scene): Promise<Done> {
    const { bytes } = await stagedFile(scene, { id: packId, kind: 'photos' }, caller)
    if (!ZIP.every((byte, at) => bytes[at] === byte)) fail('import.not-a-zip')
    const entries = archiveEntries(bytes, BOUNDS).filter(isOwnFile).map((entry, place) => ({ entry, place }))
    return unpackFrom(bytes, { entries, from }, { scene, caller, packId })
  },
  run: (_asked, _caller, { prepared }) => Promise.resolve({ output: prepared }),
})
