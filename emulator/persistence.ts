import type { Clock } from './clock/clock'
import type { Seed, WechatUser } from './options'
import { stateFile } from './state-file'
import type { FileArea } from './storage/file-area'
import type { Store } from './store/types'
import type { World } from './wechat-world/world'

interface KeptClock { frozen: boolean; now: string; aheadMs: number }

/**
 * Keeps the clock's state in `path`, so that a restart goes on where time was. A clock that was given (`isGiven`) is not overwritten.
 */
export const keepClock = (path: string, clock: Clock, isGiven: boolean): void => {
  const file = stateFile<KeptClock>(path)
  const kept = isGiven ? undefined : file.read()
  if (kept?.frozen) clock.freeze(new Date(kept.now))
  else if (kept) clock.run(new Date(Date.now() + kept.aheadMs))
  clock.onChange(() => {
    const now = clock.now()
    file.write({ frozen: clock.isFrozen(), now: now.toISOString(), aheadMs: now.getTime() - Date.now() })
  })
}

export interface SeedTarget { store: Store; files: FileArea; world: World }

/** Documents per insert. */
const BATCH = 500

/** Puts documents into a collection, which is made when missing. */
export const insertAll = async (store: Store, name: string, docs: readonly unknown[]): Promise<void> => {
  if (!store.collections().includes(name)) await store.createCollection(name)
  for (let at = 0; at < docs.length; at += BATCH) {
    await store.insert(name, docs.slice(at, at + BATCH) as Array<Record<string, unknown>>)
  }
}

/** Empties everything and puts the seed in its place. */
export const seedAnew = async ({ store, files, world }: SeedTarget, seed: Seed): Promise<void> => {
  await store.clear()
  await files.clear()
  world.reset((seed.wechatUsers ?? []) as WechatUser[])
  for (const [name, docs] of Object.entries(seed.collections)) await insertAll(store, name, docs)
  for (const file of seed.files ?? []) await files.write(file.path, file.bytes, '')
}

/** Seeds a data folder that was never seeded to its end; `path` marks one that was. */
export const seedOnce = async (path: string, seed: () => Promise<void>): Promise<void> => {
  const file = stateFile<{ seeded: boolean }>(path)
  if (file.read()?.seeded) return
  await seed()
  file.write({ seeded: true })
}
