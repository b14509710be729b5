// npm run deploy: brings a CloudBase environment to what the repository builds; with --dry-run it only says what it would do and what it lacks.
import { createRequire } from 'node:module'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'

await installIfMissing()
const dryRun = process.argv.includes('--dry-run')
await buildIfStale('functions')
await buildIfStale('web', { force: !dryRun })
const { build } = await import('esbuild')
await build({ entryPoints: ['deploy/main.ts'], outfile: 'dist/deploy/main.cjs', bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', logLevel: 'error' })
const { main } = createRequire(import.meta.url)('../dist/deploy/main.cjs')
const ok = await main(process.env, { dryRun, say: console.log })
process.exit(ok ? 0 : 1)
