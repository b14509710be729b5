import type { ChosenFile } from './chosen-file'

export type ImportKind = 'sheet' | 'photos'

const ACCEPT: Readonly<Record<ImportKind, string>> = { sheet: '.xlsx,.csv,.xls', photos: '.zip' }

/** Lets the user choose one file to import, in a browser; null when he thinks better of it. */
export const chooseImport = (kind: ImportKind): Promise<ChosenFile | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = ACCEPT[kind]
    input.style.display = 'none'
    const end = (file: File | undefined) => {
      input.remove()
      resolve(file ? { name: file.name, bytes: file.size, type: file.type, blob: file } : null)
    }
    input.addEventListener('change', () => end(input.files?.[0]))
    input.addEventListener('cancel', () => end(undefined))
    document.body.append(input)
    input.click()
  })
