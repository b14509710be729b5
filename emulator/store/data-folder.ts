import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileState } from './lmdb-check'
import { StoreError } from './store-error'

const MARKER = 'store.json'
const DATA = 'data.mdb'
const OWNER = 'owner.pid'
const FORMAT = 'cloudbase-emulator-store'
const VERSION = 1

/** A folder that this process may use as a store's. */
export interface Claim {
  dataFile: string
  /** Notes that the data file exists: from now on its absence is a loss, not a beginning. */
  ready(): void
  /** Lets others open the folder. */
  release(): void
}

interface Marker { format: string; version: number; ready: boolean }

const refused = (folder: string, why: string): StoreError => new StoreError('DATA_FOLDER_REFUSED', `The data folder ${folder} ${why} Nothing in it was changed.`)

/** Written to the side and renamed: a marker is there as a whole or not at all. */
const writeMarker = (folder: string, ready: boolean): void => {
  const side = join(folder, `${MARKER}.new`)
  writeFileSync(side, JSON.stringify({ format: FORMAT, version: VERSION, ready } satisfies Marker))
  renameSync(side, join(folder, MARKER))
}

const readMarker = (folder: string): Partial<Marker> | null => {
  try {
    return JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as Partial<Marker>
  } catch {
    return null
  }
}

const refuseAlien = (folder: string): Marker => {
  const marker = readMarker(folder)
  if (marker?.format !== FORMAT) throw refused(folder, 'does not belong to this store: choose an empty or a new one.')
  if (marker.version !== VERSION) throw refused(folder, `was written in format ${marker.version}; this version reads format ${VERSION}.`)
  return { format: FORMAT, version: VERSION, ready: marker.ready === true }
}

const refuseDamaged = (folder: string, ready: boolean): void => {
  const path = join(folder, DATA)
  const state = existsSync(path) ? fileState(path) : 'truncated'
  if (state === 'whole' || (state === 'truncated' && !ready)) return
  throw refused(folder, state === 'alien' ? `holds a ${DATA} that is no LMDB file of this version.` : `has lost a part of ${DATA}: restore it from a copy.`)
}

/** Folders that this process has open: its own number in an owner file means something only together with this. */
const claimed = new Set<string>()

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** State letter and start of a process, where the system tells them. */
const statOf = (pid: number): { state: string; start: string } => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')')).split(' ')
    return { state: fields[1] ?? '', start: fields[20] ?? '' }
  } catch {
    return { state: '', start: '' }
  }
}

/** Killed, and only its number is left until its parent has asked for the end. */
const isGhost = (state: string): boolean => state === 'Z' || state === 'X'

/** The start tells a number that was given anew from the old owner's. */
const isOwner = (pid: number, start: string): boolean => {
  if (pid <= 0 || pid === process.pid || !isRunning(pid)) return false
  const now = statOf(pid)
  return !isGhost(now.state) && (start === '' || start === now.start)
}

/** A killed process leaves its number behind: it counts only while that very process runs. */
const refuseInUse = (folder: string): void => {
  const path = join(folder, OWNER)
  const [pid = '0', start = ''] = existsSync(path) ? readFileSync(path, 'utf8').split(' ') : []
  if (claimed.has(folder) || isOwner(Number(pid), start)) throw refused(folder, `is in use by process ${pid}.`)
}

const isFresh = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).every((name) => name === `${MARKER}.new`)

/**
 * Takes a folder for a store, or refuses it before anything in it is touched.
 * @throws StoreError DATA_FOLDER_REFUSED: another's folder, another format, a data file that is alien or cut, a folder in use
 */
export const claimFolder = (path: string): Claim => {
  const folder = resolve(path)
  const fresh = isFresh(folder)
  if (!fresh) {
    const { ready } = refuseAlien(folder)
    refuseInUse(folder)
    refuseDamaged(folder, ready)
  }
  mkdirSync(folder, { recursive: true })
  if (fresh) writeMarker(folder, false)
  writeFileSync(join(folder, OWNER), `${process.pid} ${statOf(process.pid).start}`)
  claimed.add(folder)
  return {
    dataFile: join(folder, DATA),
    ready: () => writeMarker(folder, true),
    release: () => {
      rmSync(join(folder, OWNER), { force: true })
      claimed.delete(folder)
    },
  }
}
