import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedPath } from './file-path'

export interface FileFacts { path: string; type: string; size: number }

/** Uploaded files on disk. A file's name there is the hash of its cloud path: no path can lead anywhere else. */
export interface FileArea {
  write(path: string, bytes: Uint8Array, type: string): Promise<void>
  read(path: string): Promise<{ bytes: Buffer; type: string } | undefined>
  has(path: string): Promise<boolean>
  /** false if there was none. */
  remove(path: string): Promise<boolean>
  list(): Promise<FileFacts[]>
  clear(): Promise<void>
}

const nameOf = (path: string): string => createHash('sha256').update(path).digest('hex')

export const openFileArea = (folder: string): FileArea => {
  mkdirSync(folder, { recursive: true })
  const placeOf = (path: string): string => join(folder, nameOf(path))
  const put = async (place: string, bytes: Uint8Array | string): Promise<void> => {
    const draft = `${place}.${randomUUID()}.new`
    await writeFile(draft, bytes)
    await rename(draft, place)
  }
  const factsIn = async (file: string): Promise<FileFacts | undefined> => readFile(file, 'utf8').then((text) => JSON.parse(text) as FileFacts, () => undefined)
  const factsOf = (path: string): Promise<FileFacts | undefined> => factsIn(`${placeOf(path)}.json`)
  return {
    write: async (path, bytes, type) => {
      const place = placeOf(checkedPath(path))
      await put(place, bytes)
      await put(`${place}.json`, JSON.stringify({ path, type, size: bytes.length }))
    },
    read: async (path) => {
      const facts = await factsOf(path)
      return facts && { bytes: await readFile(placeOf(path)), type: facts.type }
    },
    has: async (path) => (await factsOf(path)) !== undefined,
    remove: async (path) => {
      const facts = await factsOf(path)
      await rm(`${placeOf(path)}.json`, { force: true })
      await rm(placeOf(path), { force: true })
      return facts !== undefined
    },
    list: async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
      const all = await Promise.all(names.map((name) => factsIn(join(folder, name))))
      return all.filter((facts) => facts !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    clear: async () => {
      await rm(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
    },
  }
}
