// npm run test:long: the emulator's store under many more random cases and kills than fit into npm test.
import { buildIfStale } from './stale.mjs'
import { installIfMissing } from './install.mjs'
import { runOrExit } from './step.mjs'

await installIfMissing()
await buildIfStale('emulator')
await runOrExit('Random work and kills (several minutes)', 'node_modules/.bin/jest', ['--selectProjects', 'unit', '--testPathPatterns', 'emulator/store'], {
  show: true,
  env: { TZ: 'UTC', STORE_RUNS: '1500', STORE_KILLS: '100' },
})
