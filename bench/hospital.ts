import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema } from '../cloud/schema'
import { startHospital } from '../demo/cloud'
import { openTemporaryHospital } from '../demo/temporary-hospital'
import type { Emulator } from '../emulator/emulator'
import { openStore } from '../emulator/store/store'
import type { Store } from '../emulator/store/types'

/** A hospital without certificates whose clock stands at `now`, gone when `work` has ended. */
export const withHospital = async <T>(now: string, work: (emulator: Emulator) => Promise<T>): Promise<T> => {
  const hospital = await openTemporaryHospital({ now: new Date(now), demo: false })
  try {
    return await work(hospital.emulator)
  } finally {
    await hospital.close()
  }
}

/** As `withHospital`, with what `fill` writes while the hospital is closed: a million documents must not wait for the disk at every batch. */
export const withFilledHospital = async <T>(now: string, fill: (store: Store) => Promise<void>, work: (emulator: Emulator) => Promise<T>): Promise<T> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-hospital-'))
  const open = (): Promise<Emulator> => startHospital({ dataFolder, port: 0, now: new Date(now), demo: false })
  try {
    await (await open()).close()
    const store = await openStore({ folder: join(dataFolder, 'store'), schema, now: () => new Date(now), flush: false })
    await fill(store)
    await store.close()
    const emulator = await open()
    return await work(emulator).finally(() => emulator.close())
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}
