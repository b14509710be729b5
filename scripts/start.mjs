// npm start: from a fresh clone to the app in the browser, with demo data.
import { createRequire } from 'node:module'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'

await installIfMissing()
for (const name of ['functions', 'emulator', 'demo', 'emulator-web']) await buildIfStale(name)

process.env.TZ = 'UTC'
createRequire(import.meta.url)('../dist/demo/main.cjs')
