import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OBSTACLES } from '../../../domain/submission/obstacle'

const ROOMS = ['domain', 'contract', 'cloud', 'cloudfunctions/api']
const CODE = /'([a-z][a-z-]*(?:\.[a-z][a-z-]*)*)'/g

const filesIn = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path])
const isSource = (file: string): boolean => file.endsWith('.ts') && !/\.(test|spec)\.ts$|cloudfunctions\/api\/security\//.test(file)

/** Every text of the sources under `root` that has the shape of a code, and those that are put together of two. */
export const knownCodes = (root: string): ReadonlySet<string> =>
  new Set([...OBSTACLES.map((obstacle) => `submission.${obstacle}`), ...ROOMS.flatMap((room) => filesIn(join(root, room))).filter(isSource).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(CODE)].map(([, code]) => code ?? ''))])
