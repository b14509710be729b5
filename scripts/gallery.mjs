// npm run gallery: every page at four widths, by day and by night, empty, typical and overfull, and in 字号 特大, into .cache/gallery; fails where a page is wider than its window, cuts a text off or axe objects.
import { findChromium } from './chromium.mjs'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'
import { runStep } from './step.mjs'

await installIfMissing()
const chromium = await findChromium()
for (const name of ['functions', 'emulator', 'demo', 'emulator-web']) await buildIfStale(name)
const { ok } = await runStep('Pictures of every page', 'node_modules/.bin/playwright', ['test', 'gallery'], { show: true, env: { CHROMIUM_PATH: chromium, GALLERY: 'all' } })
process.exit(ok ? 0 : 1)
