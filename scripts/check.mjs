// npm run check: types, lint, import rules, unit tests and the table of requirements; two lanes take the next step as they come free.
import { installIfMissing } from './install.mjs'
import { runStep } from './step.mjs'

await installIfMissing()
const bin = (name) => `node_modules/.bin/${name}`
const unitTests = (half) => [`Unit tests, half ${half}`, bin('jest'), ['--selectProjects', 'unit', '--maxWorkers=1', `--shard=${half}/2`]]
const rooms = ['domain', 'contract', 'cloud', 'cloudfunctions', 'src', 'emulator', 'demo', 'e2e', 'bench', 'deploy', 'backup', 'founding', 'simulation']
// The longest first, so that the lanes end together; what an earlier run left in .cache shortens lint and types to seconds.
const steps = [
  ['Lint', bin('eslint'), ['.', '--max-warnings=0', '--cache', '--cache-location', '.cache/eslint']],
  ['Types', bin('tsc'), ['--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types.json']],
  unitTests(1),
  unitTests(2),
  ['Types of the pure rooms', bin('tsc'), ['--noEmit', '-p', 'domain', '--incremental', '--tsBuildInfoFile', '.cache/types-domain.json']],
  ['Import rules', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', ...rooms]],
  ['Requirements and their tests', process.execPath, ['scripts/requirements.mjs'], { show: true }],
]
const results = []
const lane = async () => {
  for (let step = steps.shift(); step; step = steps.shift()) {
    const [name, command, args, options] = step
    results.push(await runStep(name, command, args, options))
  }
}
await Promise.all([lane(), lane()])
const failed = results.filter((result) => !result.ok).length
console.log(failed === 0 ? 'Check passed.' : `Check failed: ${failed} step(s), see above.`)
process.exit(failed === 0 ? 0 : 1)
