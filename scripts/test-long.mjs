// npm run test:long: the emulator's store under many more random cases and kills than fit into npm test:
// 2,000 random collections with 1 to 30 queries each (some 31,000, each found, counted, sorted and cut), 2,000 random histories of writes, 100 kills. Then imports of
// 2,000 devices and 2,000 certificates, of which npm test has a few hundred, five simulated lives over bundles, SDKs and wire for 20 days each, and the first import of
// 1,000 old records with a zip of their photos in Chromium, of which npm test has 30.
import { findChromium } from './chromium.mjs'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'
import { runOrExit } from './step.mjs'

await installIfMissing()
for (const name of ['functions', 'emulator', 'demo', 'emulator-web']) await buildIfStale(name)
await runOrExit('Random work and kills (several minutes)', 'node_modules/.bin/jest', ['--selectProjects', 'unit', '--testPathPatterns', 'emulator/store'], {
  show: true,
  env: { TZ: 'UTC', STORE_RUNS: '2000', STORE_KILLS: '100' },
})
await runOrExit('Imports of 2,000 rows', 'node_modules/.bin/jest', ['--selectProjects', 'functions', '--testPathPatterns', 'api/(device|certificate)-import', '--maxWorkers=1'], {
  show: true,
  env: { TZ: 'UTC', IMPORT_ROWS: '2000' },
})
await runOrExit('Lives over the wire', 'node_modules/.bin/jest', ['--selectProjects', 'functions', '--testPathPatterns', 'simulation/wire', '--maxWorkers=1'], {
  show: true,
  env: { TZ: 'UTC', WIRE_DAYS: '20' },
})
await runOrExit('The first import of 1,000 records and their photos', 'node_modules/.bin/playwright', ['test', 'e2e/stories/first-import.spec.ts', '--reporter=list'], {
  show: true,
  env: { CHROMIUM_PATH: await findChromium(), FIRST_IMPORT_ROWS: '1000' },
})
