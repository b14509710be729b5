import { useState } from 'react'
import * as v from 'valibot'
import { refusedPhoto, unpackPhotos, type RefusedPhoto } from '../../../contract/import'
import { call } from '../../platform/call'
import { asFailure } from '../../platform/call-failure'
import type { ChosenFile } from '../../platform/chosen-file'
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

/** A pack on its way; `arrivedAs`: its id, once the whole file is up. */
interface Bringing { chosen: ChosenFile; arrivedAs: string | null }

function uploaded(chosen: ChosenFile, say: (words: string) => void): Promise<string> {
  const tell = (share: number): void => say(`正在上传 ${Math.round(share * 100)}%`)
  tell(0)
  return uploadImport('photos', chosen, tell)
}

export interface PhotosDesk {
  packs: readonly PhotoPack[]
  /** What is under way; '' when nothing is. */
  progress: string
  trouble: string
  /** The pack that a lost line stopped, once more from where it was. */
  retry: (() => void) | null
  add: () => Promise<void>
  remove: (id: string) => void
  clear: () => void
}

/** Packs of photos that go with a sheet (B33). Which they are outlives the page. */
export function usePhotos(key: string): PhotosDesk {
  const [packs, setPacks] = useState(() => found(key))
  const [progress, setProgress] = useState('')
  const [trouble, setTrouble] = useState('')
  const [stopped, setStopped] = useState<Bringing | null>(null)
  const put = (next: PhotoPack[]): void => {
    storage.write(key, next)
    setPacks(next)
  }
  const bring = async ({ chosen, arrivedAs }: Bringing): Promise<void> => {
    setTrouble('')
    setStopped(null)
    let id = arrivedAs
    try {
      id = id ?? await uploaded(chosen, setProgress)
      setProgress('正在解开')
      put([...packs, { id, name: chosen.name, ...await unpackAll(id, (done, total) => setProgress(`正在解开 ${done} / ${total}`)) }])
    } catch (thrown) {
      const failure = asFailure(thrown)
      setTrouble(`${chosen.name}：${importFailure(failure)}`)
      if (failure.code === 'network.offline') setStopped({ chosen, arrivedAs: id })
    } finally {
      setProgress('')
    }
  }
  const add = async (): Promise<void> => {
    const chosen = await chooseImport('photos')
    if (chosen !== null) await bring({ chosen, arrivedAs: null })
  }
  const retry = stopped === null ? null : () => void bring(stopped)
  return { packs, progress, trouble, retry, add, remove: (id) => put(packs.filter((pack) => pack.id !== id)), clear: () => put([]) }
}
