// node scripts/build-app.mjs weapp | web | emulator-web: one edition of the app, quiet unless it fails, with its sizes.
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runStep } from './step.mjs'
import { preloadFirstPage } from './preload-page.mjs'
import { sealPage } from './seal-page.mjs'

/** WeChat allows 2 MB; the product allows itself this much for the package that every start loads. */
const MAIN_LIMIT = 409_600

const targets = {
  weapp: { type: 'weapp', out: 'dist/weapp' },
  web: { type: 'h5', out: 'dist/h5' },
  'emulator-web': { type: 'h5', out: 'dist/h5-emulator' },
}
const name = process.argv[2]
const target = targets[name]
if (!target) {
  console.error('Say which edition: node scripts/build-app.mjs weapp | web | emulator-web')
  process.exit(1)
}

const filesUnder = (path) => (statSync(path).isDirectory() ? readdirSync(path).flatMap((entry) => filesUnder(join(path, entry))) : [path])
const bytesOf = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0)
const said = (bytes) => `${bytes.toLocaleString('en-US')} bytes`

const weappSizes = () => {
  const config = JSON.parse(readFileSync(join(target.out, 'app.json'), 'utf8'))
  const files = filesUnder(target.out).filter((file) => !file.endsWith('.map') && !file.endsWith('project.config.json'))
  const roots = (config.subPackages ?? config.subpackages ?? []).map(({ root }) => join(target.out, root, '/'))
  const main = bytesOf(files.filter((file) => !roots.some((root) => file.startsWith(root))))
  console.log(`weapp main package: ${said(main)} (limit ${said(MAIN_LIMIT)}); with sub-packages: ${said(bytesOf(files))}`)
  return main <= MAIN_LIMIT
}

/** What a browser fetches before the first page can show: the scripts and styles that index.html names. */
const webSizes = () => {
  const page = readFileSync(join(target.out, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/?((?:js|css)\/[^"]+)"/g)].map(([, file]) => join(target.out, file))
  const zipped = named.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  console.log(`${target.out}: ${said(bytesOf(filesUnder(target.out)))}; named by index.html ${said(zipped)} gzipped`)
  return named.length > 0
}

rmSync(target.out, { recursive: true, force: true })
const { ok, output } = await runStep(`taro build ${name}`, 'node_modules/.bin/taro', ['build', '--type', target.type], { quiet: true, env: { APP_TARGET: name, NODE_ENV: 'production' } })
const entry = join(target.out, target.type === 'weapp' ? 'app.json' : 'index.html')
if (!ok || !existsSync(entry)) {
  if (ok) console.error(`${output}\n${name}: the build ended without ${entry}.`)
  process.exit(1)
}
if (name === 'web') {
  sealPage(entry, process.env.API_BASE ?? '')
  preloadFirstPage(target.out)
}
if (!(target.type === 'weapp' ? weappSizes() : webSizes())) {
  console.error(`${name}: the build is not what it must be, see the line above.`)
  process.exit(1)
}
