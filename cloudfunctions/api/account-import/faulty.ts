import { faultyAccountRows } from '../../../contract/account-import'
import { accountProblemWords } from '../../../domain/account/sheet-words'
import { handsOut } from '../exports/hand-out'
import { faultyRows } from '../import/faulty-sheet'
import { openImport } from './open'

export const faulty = handsOut(faultyAccountRows, async (asked, caller, scene) => faultyRows({ ...(await openImport(asked, caller, scene)), words: accountProblemWords }))
