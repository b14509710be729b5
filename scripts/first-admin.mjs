// npm run first-admin: makes an institution's first 院级管理员 in an environment and prints his one-time code; nobody gets a default password.
import { createRequire } from 'node:module'
import { installIfMissing } from './install.mjs'

await installIfMissing()
const { build } = await import('esbuild')
await build({ entryPoints: ['founding/main.ts'], outfile: 'dist/founding/main.cjs', bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', logLevel: 'error' })
const { main } = createRequire(import.meta.url)('../dist/founding/main.cjs')
process.exit(await main(process.env, process.argv.slice(2), (line) => console.log(line)) ? 0 : 1)
