import { startAccountImport } from '../../../contract/account-import'
import { changes } from '../../../cloud/gate/verb'
import { stageRows, startStaged } from '../import/stage-rows'
import { openImport } from './open'

/** Imports what the preview showed as ready, and nothing else (B23): every row is on record before the first is applied. */
export const start = changes(startAccountImport, {
  async prepare({ digest, ...asked }, caller, scene) {
    const { sheet, rows } = await openImport(asked, caller, scene)
    return stageRows({ kind: 'account-import', titleOf: (count) => `导入 ${count} 个账号：${sheet.fileName}`, rows, digest, dataOf: (form) => form }, caller, scene)
  },
  run: (_asked, _caller, { tx, prepared }) => startStaged(tx, prepared),
})
