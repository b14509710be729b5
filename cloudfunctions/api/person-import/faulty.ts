import { faultyPersonRows } from '../../../contract/person-import'
import { personProblemWords } from '../../../domain/person/sheet-words'
import { handsOut } from '../exports/hand-out'
import { faultyRows } from '../import/faulty-sheet'
import { openImport } from './open'

export const faulty = handsOut(faultyPersonRows, async (asked, caller, scene) => faultyRows({ ...(await openImport(asked, caller, scene)), words: personProblemWords }))
