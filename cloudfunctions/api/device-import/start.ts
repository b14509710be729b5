import { startDeviceImport } from '../../../contract/device-import'
import { changes } from '../../../cloud/gate/verb'
import { keepWordsOf } from '../../../cloud/repositories/dictionary'
import { readyRows } from '../import/sheet'
import { stageRows, startStaged } from '../import/stage-rows'
import { openImport } from './open'

/** Imports what the preview showed as ready, and nothing else (B23): every row is on record before the first is applied. */
export const start = changes(startDeviceImport, {
  async prepare({ digest, ...asked }, caller, scene) {
    const { sheet, rows } = await openImport(asked, caller, scene)
    const staged = await stageRows({ kind: 'device-import', titleOf: (count) => `导入 ${count} 台设备：${sheet.fileName}`, rows, digest, dataOf: (device) => device }, caller, scene)
    return { staged, words: readyRows(rows).map(({ ready: { fields } }) => ({ fields, maintainer: '' })) }
  },
  async run(_asked, { institutionId }, work) {
    const { staged, words } = work.prepared
    return { ...await startStaged(work.tx, staged), afterwards: async () => { await keepWordsOf(work, { institutionId }, words) } }
  },
})
