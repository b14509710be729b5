import { openTemporaryHospital } from '../demo/temporary-hospital'
import type { Emulator } from '../emulator/emulator'

/** A hospital without certificates whose clock stands at `now`, gone when `work` has ended. */
export const withHospital = async <T>(now: string, work: (emulator: Emulator) => Promise<T>): Promise<T> => {
  const hospital = await openTemporaryHospital({ now: new Date(now), demo: false })
  try {
    return await work(hospital.emulator)
  } finally {
    await hospital.close()
  }
}
