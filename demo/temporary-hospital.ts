import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emulator } from '../emulator/emulator'
import { startHospital, type HospitalOptions } from './cloud'

export interface TemporaryHospital { emulator: Emulator; close(): Promise<void> }

/** A hospital of its own on a free port, for a test, a story or a measurement; its data are gone after `close`. */
export const openTemporaryHospital = async (options: Omit<HospitalOptions, 'dataFolder' | 'port'>): Promise<TemporaryHospital> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hospital-'))
  const emulator = await startHospital({ ...options, dataFolder, port: 0 })
  return {
    emulator,
    close: async () => {
      await emulator.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
