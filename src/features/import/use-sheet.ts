import { useState } from 'react'
import { useColumnChoice } from './use-column-choice'
import { useImportFile } from './use-import-file'

/** A file, which of its sheets, and what its headers mean: all that a preview has to be asked with. `kind` keeps imports apart. */
export function useSheet(kind: string) {
  const source = useImportFile(`import-file:${kind}`)
  const { columns, choose } = useColumnChoice(`import-columns:${kind}`)
  const [sheet, setSheet] = useState<string | null>(null)
  const chooseFile = async (): Promise<void> => {
    await source.choose()
    setSheet(null)
  }
  const { file } = source
  return { ...source, choose: chooseFile, sheet, setSheet, columns, chooseColumn: choose, asked: file === null ? null : { fileId: file.id, sheet, columns } }
}
export type SheetDesk = ReturnType<typeof useSheet>
