import { faultyDeviceRows } from '../../../contract/device-import'
import { deviceProblemWords } from '../../../domain/device/import-words'
import { handsOut } from '../exports/hand-out'
import { faultyRows } from '../import/faulty-sheet'
import { openImport } from './open'

export const faulty = handsOut(faultyDeviceRows, async (asked, caller, scene) => faultyRows({ ...(await openImport(asked, caller, scene)), words: deviceProblemWords }))
