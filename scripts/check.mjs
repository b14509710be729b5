// npm run check: types, lint, import rules, unit tests and the table of requirements, two at a time.
import { installIfMissing } from './install.mjs'
import { runStep } from './step.mjs'

await installIfMissing()
const bin = (name) => `node_modules/.bin/${name}`
const lanes = [
  [
    ['Types', bin('tsc'), ['--noEmit', '--incremental', '--tsBuildInfoFile', '.cache/types.json']],
    ['Unit tests', bin('jest'), ['--selectProjects', 'unit', '--maxWorkers=1']],
  ],
  [
    ['Requirements and their tests', process.execPath, ['scripts/requirements.mjs'], { show: true }],
    ['Lint', bin('eslint'), ['.', '--max-warnings=0', '--cache', '--cache-location', '.cache/eslint']],
    ['Types of the pure rooms', bin('tsc'), ['--noEmit', '-p', 'domain', '--incremental', '--tsBuildInfoFile', '.cache/types-domain.json']],
    ['Import rules', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'domain', 'contract', 'cloud', 'cloudfunctions', 'src', 'emulator', 'demo', 'e2e', 'bench', 'deploy', 'backup', 'founding', 'simulation']],
  ],
]
const results = await Promise.all(lanes.map(async (lane) => {
  const done = []
  for (const [name, command, args, options] of lane) done.push(await runStep(name, command, args, options))
  return done
}))
const failed = results.flat().filter((result) => !result.ok).length
console.log(failed === 0 ? 'Check passed.' : `Check failed: ${failed} step(s), see above.`)
process.exit(failed === 0 ? 0 : 1)
