import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOrExit } from './step.mjs'

const filesUnder = (path) => statSync(path).isDirectory()
  ? readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name)))
  : [path]

const hashOf = (sources) => {
  const hash = createHash('sha256')
  for (const file of sources.filter(existsSync).flatMap(filesUnder)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const builds = {
  functions: { title: 'Building the cloud functions', script: 'scripts/build-functions.mjs', args: [], result: 'dist/cloudfunctions', sources: ['cloudfunctions', 'cloud', 'contract', 'domain'] },
  emulator: { title: 'Building the emulator', script: 'scripts/build-emulator.mjs', args: [], result: 'dist/emulator', sources: ['emulator'] },
  demo: { title: 'Building the demo hospital', script: 'scripts/build-demo.mjs', args: [], result: 'dist/demo', sources: ['demo', 'emulator', 'cloud', 'domain', 'config/web-headers.json'] },
  weapp: { title: 'Building the mini-program', script: 'scripts/build-app.mjs', args: ['weapp'], result: 'dist/weapp', sources: ['src', 'config', 'contract', 'domain', 'babel.config.js'] },
  web: { title: 'Building the web edition', script: 'scripts/build-app.mjs', args: ['web'], result: 'dist/h5', sources: ['src', 'config', 'contract', 'domain', 'babel.config.js', 'scripts/seal-page.mjs', 'scripts/preload-page.mjs'] },
  'emulator-web': { title: 'Building the web edition for the emulator', script: 'scripts/build-app.mjs', args: ['emulator-web'], result: 'dist/h5-emulator', sources: ['src', 'config', 'contract', 'domain', 'babel.config.js'] },
}

/** Builds `name` if its sources, its script or the lockfile changed since the last time. `force` builds in any case. */
export const buildIfStale = async (name, { force = false, show = false } = {}) => {
  const build = builds[name]
  const stamp = `dist/.stamps/${name}`
  const now = hashOf([...build.sources, build.script, 'package-lock.json'])
  if (!force && existsSync(build.result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await runOrExit(build.title, process.execPath, [build.script, ...build.args], { show })
  mkdirSync('dist/.stamps', { recursive: true })
  writeFileSync(stamp, now)
}
