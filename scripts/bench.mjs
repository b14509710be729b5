// npm run bench: builds what is stale, then prints one table; with --json one flat object and nothing else on standard output; with --only Lists what has that word in its name.
import { createRequire } from 'node:module'
import { findChromium } from './chromium.mjs'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'

const json = process.argv.includes('--json')
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : ''
const say = console.log
if (json) console.log = console.error
await installIfMissing()
for (const name of ['functions', 'emulator', 'weapp', 'web', 'emulator-web']) await buildIfStale(name)
const { build } = await import('esbuild')
await build({ entryPoints: ['bench/main.ts'], outfile: 'dist/bench/main.cjs', bundle: true, platform: 'node', target: 'node20', format: 'cjs', external: ['lmdb', 'esbuild', '@playwright/test'], logLevel: 'error' })
process.env.TZ = 'UTC'
process.env.CHROMIUM_PATH ??= await findChromium()
const { measure, BUDGETS, overBudget } = createRequire(import.meta.url)('../dist/bench/main.cjs')
const figures = await measure((name) => console.log(`▸ ${name} …`), only)
if (json) say(JSON.stringify(figures))
else console.table(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { figure: Number(value.toPrecision(5)), budget: BUDGETS[name] ?? '' }])))
const over = overBudget(figures)
console.log(over.length === 0 ? 'Every figure keeps its budget.' : `Over budget: ${over.join(', ')}`)
process.exit(0)
