// npm run fuzz -- --calls N --seed S --workers W: random and mutated calls at the real gate, in memory; every reply must be one of the contract's.
import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve as absolute } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const argument = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1] ?? fallback
}

const BUNDLE = 'dist/fuzz/worker.cjs'
/** Calls that share one seed: a finding is found again in seconds. */
const PER_SEED = 10_000

const bundle = () => {
  mkdirSync('dist/fuzz', { recursive: true })
  return build({ entryPoints: ['cloudfunctions/api/security/fuzz-worker.ts'], outfile: BUNDLE, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'error', sourcemap: 'inline' })
}

const together = (into, from) => Object.entries(from).forEach(([key, times]) => { into[key] = (into[key] ?? 0) + times })

const worked = (count, next) => Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
  const worker = new Worker(absolute(BUNDLE), { env: { ...process.env, TZ: 'UTC' }, workerData: { root: absolute('.') } })
  const give = () => {
    const task = next.task()
    if (task) worker.postMessage(task)
    else void worker.terminate().then(resolve)
  }
  worker.on('message', (done) => { next.take(done); give() })
  worker.on('error', reject)
  give()
})))

const tell = ({ seed, call, what, asked, told }) => {
  console.log(`✗ seed ${seed}, call ${call}: ${what}\n    asked ${asked}\n    told  ${told}`)
  console.log(`  again: npm run fuzz -- --seed ${seed} --calls ${Math.min(PER_SEED, call)}`)
}

const main = async () => {
  const [calls, first] = [Number(argument('calls', '1000000')), Number(argument('seed', '1'))]
  const began = process.hrtime.bigint()
  await bundle()
  const all = { calls: 0, answered: 0, refused: {}, statuses: {}, operations: {}, findings: [] }
  let [seed, left] = [first, calls]
  await worked(Number(argument('workers', availableParallelism())), {
    task: () => {
      const share = Math.min(PER_SEED, left)
      left -= share
      return share > 0 ? { seed: seed++, calls: share } : null
    },
    take: (done) => {
      all.calls += done.calls
      all.answered += done.answered
      all.findings.push(...done.findings)
      for (const part of ['refused', 'statuses', 'operations']) together(all[part], done[part])
    },
  })
  all.findings.slice(0, 10).forEach(tell)
  const seconds = (Number(process.hrtime.bigint() - began) / 1e9).toFixed(1)
  console.log(`${all.calls} calls to ${Object.keys(all.operations).length} operations in ${seconds} s: ${all.answered} answered with data, ${Object.values(all.refused).reduce((sum, each) => sum + each, 0)} refused with one of ${Object.keys(all.refused).length} codes; ${all.findings.length} broke a promise`)
  console.log(`HTTP: ${JSON.stringify(all.statuses)}`)
  process.exit(all.findings.length === 0 && all.calls === calls ? 0 : 1)
}

await main()
