// npm run simulate -- --seeds 1..N --days D: lives of whole hospitals in memory; every promise of the reminder engine is checked after every step.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve as absolute } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

/** Bundles the simulation with the engine under `root`; `plugins` may change the engine's text. */
export const bundleSimulation = (outfile, plugins = []) => build({
  entryPoints: ['simulation/worker.ts'], outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error', sourcemap: 'inline', plugins,
})

const startWorkers = (bundle, count, next) => Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
  const worker = new Worker(absolute(bundle), { env: { ...process.env, TZ: 'UTC' } })
  const give = () => {
    const task = next.task()
    if (task) worker.postMessage(task)
    else void worker.terminate().then(resolve)
  }
  worker.on('message', (done) => { next.take(done); give() })
  worker.on('error', reject)
  give()
})))

/**
 * Lives every seed; `stopAtFirst` ends with the first broken promise.
 * @returns {Promise<{ lived: number, broken: Array<object> }>}
 */
export const simulate = async ({ bundle, from, to, days, stopAtFirst = false, workers = availableParallelism() }) => {
  const found = { lived: 0, broken: [] }
  let seed = from
  await startWorkers(bundle, Math.min(workers, to - from + 1), {
    task: () => (seed > to || (stopAtFirst && found.broken.length > 0) ? null : { seed: seed++, days }),
    take: ({ broken }) => { found.lived += 1; if (broken) found.broken.push(broken) },
  })
  return found
}

const argument = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1] ?? fallback
}

const tell = ({ seed, day, step, message, history }) => {
  console.log(`✗ seed ${seed}, ${day}, step ${step}: ${message}`)
  history.forEach((line) => console.log(`    ${line}`))
  console.log(`  again: npm run simulate -- --seeds ${seed}..${seed}`)
}

const main = async () => {
  const [from, to] = argument('seeds', '1..200').split('..').map(Number)
  const days = Number(argument('days', '90'))
  const began = process.hrtime.bigint()
  mkdirSync('dist/simulation', { recursive: true })
  await bundleSimulation('dist/simulation/worker.cjs')
  const { lived, broken } = await simulate({ bundle: 'dist/simulation/worker.cjs', from, to: to ?? from, days, workers: Number(argument('workers', availableParallelism())) })
  broken.slice(0, 5).forEach(tell)
  const seconds = (Number(process.hrtime.bigint() - began) / 1e9).toFixed(1)
  console.log(`${lived} hospitals × ${days} days in ${seconds} s: ${lived - broken.length} kept every promise, ${broken.length} broke one`)
  const report = argument('report', '')
  if (report) writeFileSync(report, JSON.stringify({ passed: lived - broken.length, failed: broken.length }))
  process.exit(broken.length === 0 && lived > 0 ? 0 : 1)
}

if (process.argv[1]?.endsWith('simulate.mjs')) await main()
