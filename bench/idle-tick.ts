import type { Emulator } from '../emulator/emulator'
import type { Store } from '../emulator/store/types'
import { countCalls } from './counted-calls'
import { median, timed, type Figures } from './figures'
import { withFilledHospital } from './hospital'
import { fillCertificates } from './many'
import { naiveTick } from './naive-tick'

/** 20:35 in the hospital: no other timer comes before the sweep at 03:17. */
const NOW = '2026-11-01T12:35:00Z'
const WARM_UP = 60
const TICKS = 300
const FEW = 1_000
const MANY = 1_000_000

/** Milliseconds of one tick of the timer that finds nothing due. */
const tick = (emulator: Emulator): Promise<number> => timed(() => emulator.advance(new Date(emulator.clock.now().getTime() + 60_000)))

/** In turns, so that whatever else happens on the machine happens to both. */
const inTurns = async (hospitals: readonly Emulator[], count: number): Promise<number[][]> => {
  const samples: number[][] = hospitals.map(() => [])
  for (let n = 0; n < count; n += 1) {
    for (const at of n % 2 === 0 ? [0, 1] : [1, 0]) samples[at]?.push(await tick(hospitals[at]!))
  }
  return samples
}

/** What one tick of the naive reminder costs on the same store. */
const naive = async ({ store, clock }: Emulator, at: string): Promise<Figures> => {
  const asked = countCalls(store)
  const ms = await timed(async () => { naiveTick(store, clock.now()) })
  return { [`peer.naive.tick.ms@${at}`]: ms, [`peer.naive.tick.calls@${at}`]: asked.calls, [`peer.naive.tick.examined@${at}`]: asked.examined }
}

const compare = async (few: Emulator, many: Emulator): Promise<Figures> => {
  await inTurns([few, many], WARM_UP)
  const [atFew, atMany] = [countCalls(few.store), countCalls(many.store)]
  const [fewMs, manyMs] = (await inTurns([few, many], TICKS)).map(median)
  return {
    'tick.idle.ms@1k': fewMs!, 'tick.idle.ms@1m': manyMs!, 'tick.idle.ratio': manyMs! / fewMs!,
    'tick.idle.calls@1k': atFew.calls / TICKS, 'tick.idle.calls@1m': atMany.calls / TICKS,
    'tick.idle.examined@1k': atFew.examined / TICKS, 'tick.idle.examined@1m': atMany.examined / TICKS,
    ...await naive(few, '1k'), ...await naive(many, '1m'),
  }
}

/** An idle tick must cost the same whatever is stored: time, calls to the database and documents looked at; beside it a reminder that looks at everything. */
export const measureIdleTick = (): Promise<Figures> => {
  const filled = (count: number) => (store: Store): Promise<void> => fillCertificates(store, new Date(NOW), count)
  return withFilledHospital(NOW, filled(FEW), (few) => withFilledHospital(NOW, filled(MANY), (many) => compare(few, many)))
}
