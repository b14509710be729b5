// npm run backup: takes one institution out of an environment into one file, or puts it back into an environment that does not have it.
import { createRequire } from 'node:module'
import { installIfMissing } from './install.mjs'

await installIfMissing()
const { build } = await import('esbuild')
await build({ entryPoints: ['backup/main.ts'], outfile: 'dist/backup/main.cjs', bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', logLevel: 'error' })
const { main } = createRequire(import.meta.url)('../dist/backup/main.cjs')
process.exit(await main(process.env, process.argv.slice(2), (line) => console.log(line)) ? 0 : 1)
