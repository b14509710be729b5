import { useState } from 'react'
import { makePack } from '../../../contract/review'
import type { InputOf } from '../../../contract/operation'
import { saveFile } from '../../platform/save-file'
import { useCommand } from '../../platform/use-operation'
import { fillPack } from './fill-pack'
import { doneWords, NOT_FETCHED, packTrouble, progressWords } from './wording'

export type PackAsked = InputOf<typeof makePack>
export interface Told { tone: 'plain' | 'warn'; words: string }
export interface Packing {
  /** The zip with the book and every scan with its watermark. */
  download: () => Promise<void>
  /** The book alone. */
  book: () => Promise<void>
  busy: boolean
  /** How far it is; null while nothing is packed. */
  progress: string | null
  told: Told | null
}

/** Makes the pack and tells what came of it (B17). */
export function usePack(asked: PackAsked): Packing {
  const { run, busy, failure } = useCommand(makePack)
  const [progress, setProgress] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const download = async (): Promise<void> => {
    setTold(null)
    const made = await run(asked)
    if (made === null) return
    setProgress(progressWords(0, made.scans.length))
    try {
      setTold({ tone: 'plain', words: doneWords(await fillPack(made, (count) => setProgress(progressWords(count, made.scans.length)))) })
    } catch {
      setTold({ tone: 'warn', words: NOT_FETCHED })
    } finally {
      setProgress(null)
    }
  }
  const book = async (): Promise<void> => {
    setTold(null)
    const made = await run(asked)
    if (made !== null) await saveFile(made.book)
  }
  return { download, book, busy: busy || progress !== null, progress, told: failure === null ? told : { tone: 'warn', words: packTrouble(failure) } }
}
