import type { Emulator } from '../emulator/emulator'
import { timed, type Figures } from './figures'
import { withHospital } from './hospital'
import { addCertificates } from './many'

const TICKS = 120
const FEW = 1_000
const MANY = 100_000

/** Milliseconds of one tick of the timer that finds nothing due. */
const idleTick = async (emulator: Emulator): Promise<number> => {
  const minutes = (count: number) => emulator.advance(new Date(emulator.clock.now().getTime() + count * 60_000))
  await minutes(20)
  return (await timed(() => minutes(TICKS))) / TICKS
}

/** An idle tick must cost the same whatever is stored. */
export const measureIdleTick = async (): Promise<Figures> => {
  const run = (count: number) => withHospital('2026-11-01T00:00:00Z', async (emulator) => {
    await addCertificates(emulator, count)
    return idleTick(emulator)
  })
  const few = await run(FEW)
  const many = await run(MANY)
  return { 'tick.idle.ms@1k': few, 'tick.idle.ms@100k': many, 'tick.idle.ratio': many / few }
}
