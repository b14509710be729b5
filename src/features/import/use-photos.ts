import { useState } from 'react'
import * as v from 'valibot'
import { refusedPhoto, unpackPhotos, type RefusedPhoto } from '../../../contract/import'
import { call } from '../../platform/call'
import { asFailure } from '../../platform/call-failure'
import { newRequestId } from '../../platform/request-id'
import { storage } from '../../platform/storage'
import { chooseImport, uploadImport } from '../../platform/upload-import'
import { importFailure } from './wording'

const packSchema = v.strictObject({ id: v.string(), name: v.string(), total: v.number(), refused: v.array(refusedPhoto) })
export type PhotoPack = v.InferOutput<typeof packSchema>

const found = (key: string): PhotoPack[] => {
  const read = v.safeParse(v.array(packSchema), storage.read(key))
  return read.success ? read.output : []
}

/** Has a pack unpacked to its end, some seconds at a time; `onProgress` gets what is done and how many there are. */
async function unpackAll(packId: string, onProgress: (done: number, total: number) => void): Promise<Pick<PhotoPack, 'total' | 'refused'>> {
  const refused: RefusedPhoto[] = []
  let from = 0
  for (;;) {
    const part = await call(unpackPhotos, { packId, from }, newRequestId())
    refused.push(...part.refused)
    if (part.next === null) return { total: part.total, refused }
    onProgress(part.next, part.total)
    from = part.next
  }
}

export interface PhotosDesk {
  packs: readonly PhotoPack[]
  /** What is under way; '' when nothing is. */
  progress: string
  trouble: string
  add: () => Promise<void>
  remove: (id: string) => void
  clear: () => void
}

/** Packs of photos that go with a sheet (B33). Which they are outlives the page. */
export function usePhotos(key: string): PhotosDesk {
  const [packs, setPacks] = useState(() => found(key))
  const [progress, setProgress] = useState('')
  const [trouble, setTrouble] = useState('')
  const put = (next: PhotoPack[]): void => {
    storage.write(key, next)
    setPacks(next)
  }
  const add = async (): Promise<void> => {
    const chosen = await chooseImport('photos')
    if (chosen === null) return
    setTrouble('')
    try {
      const id = await uploadImport('photos', chosen, (share) => setProgress(`正在上传 ${Math.round(share * 100)}%`))
      setProgress('正在解开')
      put([...packs, { id, name: chosen.name, ...await unpackAll(id, (done, total) => setProgress(`正在解开 ${done} / ${total}`)) }])
    } catch (thrown) {
      setTrouble(`${chosen.name}：${importFailure(asFailure(thrown))}`)
    } finally {
      setProgress('')
    }
  }
  return { packs, progress, trouble, add, remove: (id) => put(packs.filter((pack) => pack.id !== id)), clear: () => put([]) }
}
