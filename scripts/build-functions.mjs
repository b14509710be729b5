// Bundles every cloudfunctions/<door>/index.ts into dist/cloudfunctions/<door>/, ready to upload: each folder stands alone, the SDKs included,
// so that the cloud installs nothing. What a door takes by `await import()` is in the bundle too, but runs only on first use.
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const from = 'cloudfunctions'
const to = 'dist/cloudfunctions'

const doors = (await readdir(from)).filter((name) => existsSync(`${from}/${name}/index.ts`)).sort()
await rm(to, { recursive: true, force: true })
const result = await build({
  entryPoints: doors.map((door) => ({ in: `${from}/${door}/index.ts`, out: `${door}/index` })),
  outdir: to,
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
})

for (const door of doors) {
  await mkdir(`${to}/${door}`, { recursive: true })
  await writeFile(`${to}/${door}/package.json`, `${JSON.stringify({ name: door, private: true, main: 'index.js' }, null, 2)}\n`)
  if (existsSync(`${from}/${door}/config.json`)) await cp(`${from}/${door}/config.json`, `${to}/${door}/config.json`)
  const { bytes } = result.metafile.outputs[`${to}/${door}/index.js`]
  console.log(`${door}: ${(bytes / 1024).toFixed(0)} KB`)
}
