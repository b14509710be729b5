import { countCalls } from './counted-calls'
import { median, timed, type Figures } from './figures'
import { withHospital } from './hospital'
import { addCertificates, addHolders } from './many'

const RUNS = 5
const MANY = 10_000

/** 持证率 of a hospital of 5,000 people who hold 10,000 certificates: everything that it is judged by is read. */
export const measureHolding = (): Promise<Figures> => withHospital('2026-11-01T00:00:00Z', async (emulator) => {
  await addCertificates(emulator, MANY)
  await addHolders(emulator)
  const ask = (): Promise<unknown> => emulator.invoke('api', { operation: 'statistics.holding', input: {} }, 'wx-wangjun')
  const samples: number[] = []
  for (let n = 0; n < RUNS; n += 1) samples.push(await timed(ask))
  const asked = countCalls(emulator.store)
  await ask()
  return { 'statistics.holding.ms@10k': median(samples), 'statistics.holding.calls@10k': asked.calls }
})
