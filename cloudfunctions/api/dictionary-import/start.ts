import { startDictionaryImport } from '../../../contract/dictionary-import'
import { changes } from '../../../cloud/gate/verb'
import { stageRows, startStaged } from '../import/stage-rows'
import { openImport } from './open'

/** Imports what the preview showed as ready, and nothing else (B23): every row is on record before the first is applied. */
export const start = changes(startDictionaryImport, {
  async prepare({ digest, ...asked }, caller, scene) {
    const { sheet, rows } = await openImport(asked, caller, scene)
    return stageRows({ kind: 'dictionary-import', titleOf: (count) => `导入 ${count} 行字典：${sheet.fileName}`, rows, digest, dataOf: (entries) => entries }, caller, scene)
  },
  run: (_asked, _caller, { tx, prepared }) => startStaged(tx, prepared),
})
