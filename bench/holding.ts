import type { Emulator } from '../emulator/emulator'
import { countCalls } from './counted-calls'
import { median, timed, type Figures } from './figures'
import { withHospital } from './hospital'
import { addCertificates, addHolders } from './many'

const RUNS = 5
const SIZES = [[10_000, '10k'], [100_000, '100k']] as const
const ask = (emulator: Emulator): Promise<unknown> => emulator.invoke('api', { operation: 'statistics.holding', input: {} }, 'wx-wangjun')

/** Milliseconds of the processor, of the emulator with its database and of the function together: what is left when nothing else runs. */
const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

const measureOf = (count: number, size: string): Promise<Figures> => withHospital('2026-11-01T00:00:00Z', async (emulator) => {
  await addCertificates(emulator, count)
  await addHolders(emulator)
  await ask(emulator)
  const took: number[] = []
  const worked: number[] = []
  for (let n = 0; n < RUNS; n += 1) worked.push(await cpuOf(async () => { took.push(await timed(() => ask(emulator))) }))
  const asked = countCalls(emulator.store)
  await ask(emulator)
  return { [`statistics.holding.ms@${size}`]: median(took), [`statistics.holding.cpuMs@${size}`]: median(worked), [`statistics.holding.calls@${size}`]: asked.calls }
})

/** 持证率 of a hospital of 5,000 people, with two and with twenty certificates each: calls to the database must not grow with the certificates. */
export const measureHolding = async (): Promise<Figures> => {
  const figures: Figures = {}
  for (const [count, size] of SIZES) Object.assign(figures, await measureOf(count, size))
  return figures
}
