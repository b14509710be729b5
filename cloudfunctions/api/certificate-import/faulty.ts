import { faultyCertificateRows } from '../../../contract/certificate-import'
import { sheetProblemWords } from '../../../domain/certificate/sheet-words'
import { handsOut } from '../exports/hand-out'
import { faultyRows } from '../import/faulty-sheet'
import { openImport } from './open'

export const faulty = handsOut(faultyCertificateRows, async (asked, caller, scene) => faultyRows({ ...(await openImport(asked, caller, scene)), words: sheetProblemWords }))
