import { faultyDictionaryRows } from '../../../contract/dictionary-import'
import { dictionaryProblemWords } from '../../../domain/dictionary/sheet-words'
import { handsOut } from '../exports/hand-out'
import { faultyRows } from '../import/faulty-sheet'
import { openImport } from './open'

export const faulty = handsOut(faultyDictionaryRows, async (asked, caller, scene) => faultyRows({ ...(await openImport(asked, caller, scene)), words: dictionaryProblemWords }))
