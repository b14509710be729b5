import { faultyPersonRows } from '../../../contract/person-import'
import { personProblemWords } from '../../../domain/person/sheet-words'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { faultySheet } from '../import/faulty-sheet'
import { handOut } from '../exports/hand-out'
import { openImport } from './open'

/** The rows at fault as a file, to be mended in place (B23). The answer is a link that ages, so a repeated call makes another file. */
export const faulty = changes(faultyPersonRows, {
  secret: true,
  async prepare(asked, caller, scene) {
    const { sheet, rows } = await openImport(asked, caller, scene)
    const wrong = rows.filter(({ ready }) => ready === null)
    if (wrong.length === 0) fail('import.nothing-faulty')
    const bytes = await faultySheet(sheet.read, wrong, ({ problems }) => problems.map(personProblemWords).join('；'))
    return handOut({ name: `有问题的 ${wrong.length} 行`, bytes }, caller, scene)
  },
  async run(_asked, _caller, { tx, prepared: { upload, url } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url } }
  },
})
