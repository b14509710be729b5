import { faultyDictionaryRows } from '../../../contract/dictionary-import'
import { dictionaryProblemWords } from '../../../domain/dictionary/sheet-words'
import { changes } from '../../../cloud/gate/verb'
import { handOutFaulty } from '../import/faulty-sheet'
import { openImport } from './open'

/** The rows at fault as a file, to be mended in place (B23). The answer is a link that ages, so a repeated call makes another file. */
export const faulty = changes(faultyDictionaryRows, {
  secret: true,
  async prepare(asked, caller, scene) {
    const { sheet, rows } = await openImport(asked, caller, scene)
    return handOutFaulty({ sheet, rows, words: dictionaryProblemWords }, caller, scene)
  },
  async run(_asked, _caller, { tx, prepared: { upload, url } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url } }
  },
})
