import type { ChosenFile } from './chosen-file'

export type FileKind = 'photo' | 'pdf'

const ACCEPT: Readonly<Record<FileKind, string>> = { photo: 'image/jpeg,image/png,image/webp', pdf: 'application/pdf' }

/** Lets the user choose files, in a browser; none when he thinks better of it. A browser cannot hold him to `count`: whoever asks says which of more he takes. */
export const chooseFiles = ({ count, kinds }: { count: number; kinds: readonly FileKind[] }): Promise<ChosenFile[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = count > 1
    input.accept = kinds.map((kind) => ACCEPT[kind]).join(',')
    input.style.display = 'none'
    const end = (files: File[]) => {
      input.remove()
      resolve(files.map((file) => ({ name: file.name, bytes: file.size, type: file.type, blob: file })))
    }
    input.addEventListener('change', () => end([...(input.files ?? [])]))
    input.addEventListener('cancel', () => end([]))
    document.body.append(input)
    input.click()
  })
