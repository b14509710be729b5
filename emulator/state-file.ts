import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** One small JSON value kept in a file; a write replaces the file whole, so that a crash leaves the old or the new one. */
export interface StateFile<T> { read(): T | undefined; write(value: T): void }

export const stateFile = <T>(file: string): StateFile<T> => ({
  read: () => {
    if (!existsSync(file)) return undefined
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as T
    } catch {
      throw new Error(`${file} is damaged: delete the data folder to begin anew.`)
    }
  },
  write: (value) => {
    writeFileSync(`${file}.new`, JSON.stringify(value))
    renameSync(`${file}.new`, file)
  },
})
