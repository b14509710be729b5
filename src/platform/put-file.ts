import type { ChosenFile } from './chosen-file'

/** Puts a file to an address, in a browser; `onProgress` gets 0 to 1. Rejects when it did not arrive. */
export const putFile = (to: { url: string; headers: Readonly<Record<string, string>> }, file: ChosenFile, onProgress: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', to.url)
    for (const [name, value] of Object.entries(to.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => onProgress(event.total === 0 ? 0 : event.loaded / event.total)
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`The storage answered ${request.status}.`)))
    request.onerror = () => reject(new Error('The storage was not reached.'))
    request.send(file.blob ?? null)
  })
