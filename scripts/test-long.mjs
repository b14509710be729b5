// npm run test:long: the emulator's store under many more random cases and kills than fit into npm test:
// 2,000 random collections with 1 to 30 queries each (some 31,000, each found, counted, sorted and cut), 2,000 random histories of writes, 100 kills.
import { buildIfStale } from './stale.mjs'
import { installIfMissing } from './install.mjs'
import { runOrExit } from './step.mjs'

await installIfMissing()
await buildIfStale('emulator')
await runOrExit('Random work and kills (several minutes)', 'node_modules/.bin/jest', ['--selectProjects', 'unit', '--testPathPatterns', 'emulator/store'], {
  show: true,
  env: { TZ: 'UTC', STORE_RUNS: '2000', STORE_KILLS: '100' },
})
