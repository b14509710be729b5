import { useState } from 'react'
import * as v from 'valibot'
import { asFailure } from '../../platform/call-failure'
import { storage } from '../../platform/storage'
import { chooseImport, uploadImport } from '../../platform/upload-import'
import { importFailure } from './wording'

export interface ImportFile { id: string; name: string }
const kept = v.strictObject({ id: v.string(), name: v.string() })

export interface ImportFileDesk {
  file: ImportFile | null
  /** 0 to 1 while it travels; null when nothing does. */
  share: number | null
  trouble: string
  choose: () => Promise<void>
  drop: () => void
}

const found = (key: string): ImportFile | null => {
  const read = v.safeParse(kept, storage.read(key))
  return read.success ? read.output : null
}

/** The sheet that is to be imported. Which one it is outlives the page, so that a look elsewhere loses nothing. `key` is of one kind of import. */
export function useImportFile(key: string): ImportFileDesk {
  const [file, setFile] = useState(() => found(key))
  const [share, setShare] = useState<number | null>(null)
  const [trouble, setTrouble] = useState('')
  const put = (next: ImportFile | null): void => {
    if (next === null) storage.remove(key)
    else storage.write(key, next)
    setFile(next)
  }
  const choose = async (): Promise<void> => {
    const chosen = await chooseImport('sheet')
    if (chosen === null) return
    setTrouble('')
    setShare(0)
    try {
      put({ id: await uploadImport('sheet', chosen, setShare), name: chosen.name })
    } catch (thrown) {
      setTrouble(`${chosen.name}：${importFailure(asFailure(thrown))}`)
    } finally {
      setShare(null)
    }
  }
  return { file, share, trouble, choose, drop: () => put(null) }
}
