// Bundles every cloudfunctions/<door>/index.ts into dist/cloudfunctions/<door>/, ready to upload: each folder stands alone, the SDKs included,
// so that the cloud installs nothing.
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { onDemand } from './on-demand.mjs'

const from = 'cloudfunctions'
const to = 'dist/cloudfunctions'

const doors = (await readdir(from)).filter((name) => existsSync(`${from}/${name}/index.ts`)).sort()
await rm(to, { recursive: true, force: true })
// An import() becomes a late require: Node's own import() would not look through __esModule, and a package's default would be something else.
// Chinese stays as it is written: escaped, each sign would take twice its bytes.
const plain = { bundle: true, platform: 'node', target: 'node18', format: 'cjs', supported: { 'dynamic-import': false }, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', metafile: true }

const buildDoor = async (door) => {
  const outdir = `${to}/${door}`
  const packages = new Map()
  const { metafile } = await build({ ...plain, entryPoints: [`${from}/${door}/index.ts`], outdir, plugins: [onDemand(packages)] })
  if (packages.size > 0) await build({ ...plain, entryPoints: [...packages].map(([out, file]) => ({ out, in: file })), outdir })
  return metafile.outputs[`${outdir}/index.js`].bytes
}

for (const door of doors) {
  const bytes = await buildDoor(door)
  await mkdir(`${to}/${door}`, { recursive: true })
  await writeFile(`${to}/${door}/package.json`, `${JSON.stringify({ name: door, private: true, main: 'index.js' }, null, 2)}\n`)
  if (existsSync(`${from}/${door}/config.json`)) await cp(`${from}/${door}/config.json`, `${to}/${door}/config.json`)
  console.log(`${door}: ${(bytes / 1024).toFixed(0)} KB`)
}
