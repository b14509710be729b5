import { reckonLeftOver } from '../cloud/repositories/reckon-anew'
import { dayAfter, localDay, localInstant, minutesAfter } from './calendar'
import { checkCredits, checkEvening } from './evening'
import { happen } from './happenings'
import { BrokenPromise } from './journal'
import { tick, type Outside } from './tick'
import { FIRST_DAY, HOSPITALS, openWorld, type World } from './world'

const MORNINGS = ['07:58:00', '08:00:00', '09:59:30', '10:05:00', '13:59:00', '14:00:30'] as const
const EVENING = ['20:00:00', '20:01:00', '20:06:00', '20:22:00', '21:25:00'] as const
/** Days that stay in the store, so that a look at the wrong day finds something. */
const DAYS_KEPT = 2

export interface Broken { seed: number; day: string; step: number; message: string; history: readonly string[] }

async function storm(world: World, outside: Outside): Promise<void> {
  const { luck, clock } = world
  for (let minutes = luck.between(2, 5); minutes > 0; minutes -= 1) {
    if (luck.happens(0.4)) await happen(world)
    await tick(world, outside)
    checkCredits(world)
    // Clocks jump, sometimes back.
    clock.set(minutesAfter(clock.now(), luck.happens(0.06) ? luck.between(-9, 40) : 1))
  }
}

async function dayOfLife(world: World, outside: Outside, day: string): Promise<void> {
  const { luck, clock } = world
  for (const time of luck.some(MORNINGS, 0.6)) {
    clock.set(localInstant(day, time))
    await storm(world, outside)
  }
  world.calm = true
  for (const time of EVENING) {
    clock.set(localInstant(day, time))
    await tick(world, outside)
  }
  checkCredits(world)
  checkEvening(world)
  world.calm = false
  // Changes of the night wait for the morning.
  clock.set(localInstant(day, '23:30:00'))
  for (let minutes = luck.between(0, 2); minutes > 0; minutes -= 1) {
    if (luck.happens(0.7)) await happen(world)
    if (luck.happens(0.6)) await tick(world, outside)
    clock.set(minutesAfter(clock.now(), 1))
  }
}

/** What is settled and older is put away, as an archive would: a year's days must not slow each other down. */
async function tidy(world: World, outside: Outside, day: string): Promise<void> {
  const { store, witness, luck } = world
  const before = dayAfter(day, -DAYS_KEPT)
  await store.remove('deliveries', { day: { before }, dueAt: null })
  await store.remove('inbox', { at: { before: localInstant(before, '00:00:00') } })
  await store.remove('delivery_attempts', { at: { before: localInstant(before, '00:00:00') } })
  // 设备科 restores what WeChat had stopped.
  if (luck.happens(0.3)) await store.remove('channel_marks', {})
  // The sweep of the night.
  await reckonLeftOver(store, world.clock.now(), HOSPITALS.length)
  world.crowded = false
  store.calls.length = 0
  witness.forget(before)
  outside.hashes.clear()
}

/** Lives `days` days of the seed; `null`: every promise was kept. */
export async function live(seed: number, days: number): Promise<Broken | null> {
  const world = openWorld(seed)
  const outside: Outside = { hashes: new Map(), known: new Map(), running: new Set() }
  let day: string = FIRST_DAY
  try {
    for (const last = dayAfter(FIRST_DAY, days); day < last; day = dayAfter(day, 1)) {
      await tidy(world, outside, day)
      // The timer stands still for a day or two: what was missed is not sent later.
      if (!world.luck.happens(0.04)) await dayOfLife(world, outside, day)
    }
    return null
  } catch (thrown) {
    const { message, words } = thrown instanceof BrokenPromise ? thrown : { message: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown), words: [] }
    return { seed, day: localDay(world.clock.now()), step: world.journal.step, message, history: world.journal.about([...words, 'dies', 'timer', 'fails', 'rules of']) }
  }
}
