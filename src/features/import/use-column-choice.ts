import { useState } from 'react'
import * as v from 'valibot'
import { storage } from '../../platform/storage'

const choiceSchema = v.record(v.string(), v.string())
/** Headers that are remembered: the latest of them. */
const MOST = 60

const remembered = (key: string): Record<string, string> => {
  const read = v.safeParse(choiceSchema, storage.read(key))
  return read.success ? read.output : {}
}

/** What headers mean here, by their text, as somebody said once; the next file of the same hospital has the same headers. */
export function useColumnChoice(key: string) {
  const [columns, setColumns] = useState(() => remembered(key))
  const choose = (header: string, column: string): void => {
    const others = Object.entries(columns).filter(([known]) => known !== header)
    const next = Object.fromEntries([...others, [header, column]].slice(-MOST))
    storage.write(key, next)
    setColumns(next)
  }
  return { columns, choose }
}
