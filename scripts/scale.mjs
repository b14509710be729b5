// npm run scale [-- --inputs FILE]: measures what uses, ticks and messages cost here, and reckons what 1, 100 and 10,000 hospitals need; the tables of docs/scale.md.
import { createRequire } from 'node:module'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'

await installIfMissing()
for (const name of ['functions', 'emulator']) await buildIfStale(name)
const { build } = await import('esbuild')
await build({ entryPoints: ['bench/scale.ts'], outfile: 'dist/bench/scale.cjs', bundle: true, platform: 'node', target: 'node20', format: 'cjs', external: ['lmdb', 'esbuild'], logLevel: 'error' })
process.env.TZ = 'UTC'
const at = process.argv.indexOf('--inputs')
console.log(await createRequire(import.meta.url)('../dist/bench/scale.cjs').printScale(at < 0 ? 'bench/scale-inputs.json' : process.argv[at + 1]))
process.exit(0)
