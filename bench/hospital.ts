import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHospital } from '../demo/cloud'
import type { Emulator } from '../emulator/emulator'

/** A hospital without certificates whose clock stands at `now`, gone when `work` has ended. */
export const withHospital = async <T>(now: string, work: (emulator: Emulator) => Promise<T>): Promise<T> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'bench-'))
  const emulator = await startHospital({ dataFolder, port: 0, now: new Date(now), demo: false })
  try {
    return await work(emulator)
  } finally {
    await emulator.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
