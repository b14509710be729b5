import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const places = (): string[] => [
  join(__dirname, 'worker.cjs'),
  join(__dirname, '../emulator/worker.cjs'),
  join(__dirname, '../../dist/emulator/worker.cjs'),
  resolve('dist/emulator/worker.cjs'),
]

/** Where the build put the instance's script and the console, whether the emulator runs from its sources or bundled. */
export const findWorkerFile = (): string => {
  const found = places().find((place) => existsSync(place))
  if (!found) throw new Error('The emulator is not built: run `node scripts/build-emulator.mjs` first.')
  return found
}
