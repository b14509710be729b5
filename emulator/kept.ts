import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createClock, type Clock } from './clock/clock'
import type { EmulatorOptions } from './options'
import { openOutbox, type Outbox } from './outbox/outbox'
import { keepClock } from './persistence'
import { openFileArea, type FileArea } from './storage/file-area'
import { openStore } from './store/store'
import type { Store } from './store/types'
import { openWorld, type World } from './wechat-world/world'

/** What lives in the data folder and outlives the process. */
export interface Kept { clock: Clock; store: Store; files: FileArea; world: World; outbox: Outbox }

export const openKept = async ({ dataFolder, schema, now, transactions }: EmulatorOptions): Promise<Kept> => {
  mkdirSync(dataFolder, { recursive: true })
  const clock = createClock(now)
  const store = await openStore({ folder: join(dataFolder, 'store'), schema, now: () => clock.now(), lockWaitMs: transactions?.waitMs, transactionLifeMs: transactions?.lifeMs })
  keepClock(join(dataFolder, 'clock.json'), clock, now !== undefined)
  return {
    clock,
    store,
    files: openFileArea(join(dataFolder, 'files')),
    world: openWorld(join(dataFolder, 'wechat.json'), () => clock.now()),
    outbox: openOutbox(join(dataFolder, 'outbox.jsonl')),
  }
}
