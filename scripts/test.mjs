// npm test: installs and builds what is missing, then runs everything; the last line counts the tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { installIfMissing } from './install.mjs'
import { buildIfStale } from './stale.mjs'
import { runStep } from './step.mjs'

const results = '.cache/results'
const bin = (name) => `node_modules/.bin/${name}`

const countJest = (file) => {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites }
}
const countPlaywright = (file) => {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
}
const countOf = (count, file) => {
  try {
    return count(file)
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const jest = async (project) => {
  const file = `${results}/${project}.json`
  await runStep(`Tests: ${project}`, bin('jest'), ['--selectProjects', project, '--json', `--outputFile=${file}`, '--maxWorkers=2'], { env: { TZ: 'UTC' } })
  return countOf(countJest, file)
}

const simulation = async () => {
  const file = `${results}/simulation.json`
  await runStep('Tests: 200 simulated lives of 90 days', process.execPath, ['scripts/simulate.mjs', '--seeds', '1..200', '--days', '90', '--workers', '2', '--report', file], { env: { TZ: 'UTC' } })
  return countOf((path) => JSON.parse(readFileSync(path, 'utf8')), file)
}

const stories = async (chromium) => {
  const file = `${results}/stories.json`
  await runStep('Tests: stories in Chromium', bin('playwright'), ['test', '--reporter=list,json'], { env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file } })
  return countOf(countPlaywright, file)
}

await installIfMissing()
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const chromium = await findChromium()
const builds = async () => {
  for (const name of ['functions', 'emulator', 'demo', 'weapp', 'web', 'emulator-web']) await buildIfStale(name)
}
const depcruised = ['domain', 'contract', 'cloud', 'cloudfunctions', 'src', 'emulator', 'demo', 'e2e', 'bench', 'simulation', 'deploy', 'backup', 'founding']
const GATES = [
  ['Lint', bin('eslint'), ['.', '--max-warnings=0']],
  ['Types', bin('tsc'), ['--noEmit']],
  ['Types of the pure rooms', bin('tsc'), ['--noEmit', '-p', 'domain']],
  ['Requirements and their tests', process.execPath, ['scripts/requirements.mjs']],
  ['Import rules', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', ...depcruised]],
]
const inTurn = async (steps) => {
  const done = []
  for (const [name, command, args] of steps) done.push(await runStep(name, command, args))
  return done
}
// Each uses one core.
const [gates] = await Promise.all([inTurn(GATES), builds()])
const counts = []
for (const project of ['unit', 'functions', 'page', 'weapp']) counts.push(await jest(project))
counts.push(await simulation(), await stories(chromium))

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0) + gates.filter((gate) => !gate.ok).length
console.log(`Tests: ${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
