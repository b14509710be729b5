// npm run mutate: takes one line of the reminder engine away at a time; the simulation must notice each, and find nothing when all are there.
import { mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { MUTATIONS } from '../simulation/mutations.mjs'
import { bundleSimulation, simulate } from './simulate.mjs'

const SEEDS = 200
const DAYS = 90

const flipping = ({ file, from, to }) => ({
  name: 'one line flipped',
  setup: (build) => build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
    (path === resolve(file) ? { contents: readFileSync(path, 'utf8').replace(from, () => to), loader: 'ts' } : undefined)),
})

const run = async (name, plugins) => {
  const bundle = `dist/simulation/${name}.cjs`
  await bundleSimulation(bundle, plugins)
  return simulate({ bundle, from: 1, to: SEEDS, days: DAYS, stopAtFirst: true })
}

mkdirSync('dist/simulation', { recursive: true })
const rows = []
const whole = await run('whole', [])
rows.push({ line: 'nothing flipped', result: whole.broken.length === 0 ? 'kept' : `BROKEN: ${whole.broken[0].message.slice(0, 90)}`, fine: whole.broken.length === 0 })
for (const [at, mutation] of MUTATIONS.entries()) {
  const there = readFileSync(mutation.file, 'utf8').split(mutation.from).length === 2
  const found = there ? (await run(`mutant-${at}`, [flipping(mutation)])).broken[0] : null
  const result = !there ? 'LINE NOT FOUND, or not once' : found ? `seed ${found.seed}, ${found.day}: ${found.message.split('\n')[0].slice(0, 90)}` : 'SURVIVED'
  rows.push({ line: mutation.name, result, fine: Boolean(found) })
  console.log(`${found ? '✓' : '✗'} ${mutation.name}: ${result}`)
}
console.table(rows)
process.exit(rows.every(({ fine }) => fine) ? 0 : 1)
