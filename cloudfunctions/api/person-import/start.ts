import { startPersonImport } from '../../../contract/person-import'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { digestOf, readyRows } from '../import/sheet'
import { stageJob, startJob } from '../job/stage'
import { openImport } from './open'

/** Imports what the preview showed as ready, and nothing else (B23): every row is on record before the first is applied. */
export const start = changes(startPersonImport, {
  async prepare({ digest, ...asked }, caller, scene) {
    const { sheet, rows } = await openImport(asked, caller, scene)
    if (digestOf(rows, scene.secrets) !== digest) fail('import.changed-meanwhile')
    const ready = readyRows(rows)
    if (ready.length === 0) fail('import.nothing-ready')
    const staged = ready.map(({ row, label, ready: data }) => ({ label: `第 ${row} 行 ${label}`.trim(), data }))
    const jobId = await stageJob({ kind: 'person-import', title: `导入 ${staged.length} 位人员：${sheet.fileName}`, params: null, rows: staged }, caller, scene)
    return { jobId, rows: staged.length }
  },
  async run(_asked, _caller, { tx, prepared }) {
    await startJob(tx, prepared.jobId)
    return { output: prepared, audit: [{ subject: prepared.jobId, before: null, after: { rows: prepared.rows } }] }
  },
})
