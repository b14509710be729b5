import { exportHolding } from '../../../contract/statistics'
import { holdingOf, type Standing } from '../../../domain/statistics/holding'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { writeXlsx } from '../../../cloud/sheets/write-xlsx'
import { handOut } from '../exports/hand-out'
import { dutyWords, findStandings, type Found } from './facts'
import { whoOf } from './people'

const COLUMNS = [
  { header: '所属科室', width: 20 }, { header: '工号', width: 14 }, { header: '姓名', width: 12 }, { header: '是否持证', width: 12 }, { header: '应持证件', width: 44 }, { header: '缺少', width: 44 },
] as const

function cellsOf(standing: Standing, state: string, found: Found): string[] {
  const { department, staffNumber, name, lacks } = whoOf(standing, found)
  return [department, staffNumber, name, state, standing.duties.map((duty) => dutyWords(duty, found.types)).join('、'), lacks.join('、')]
}

async function* listed(found: Found): AsyncGenerator<string[][]> {
  const { holding, lacking, away } = holdingOf(found.standings)
  yield lacking.map((standing) => cellsOf(standing, '缺证', found))
  yield holding.map((standing) => cellsOf(standing, '已持证', found))
  yield await Promise.resolve(away.map((standing) => cellsOf(standing, '暂离', found)))
}

/** Both lists of 持证率 with what each person needs and lacks, as a file (B31, B23). */
export const exportRates = changes(exportHolding, {
  secret: true,
  async prepare(asked, caller, scene) {
    const found = await findStandings(asked, caller, scene)
    if (found.standings.length === 0) fail('export.nothing')
    const bytes = await writeXlsx('持证情况', COLUMNS, listed(found))
    return { ...await handOut({ name: `持证情况 ${found.on}`, bytes }, caller, scene), rows: found.standings.length }
  },
  async run(asked, { institutionId }, { tx, prepared: { upload, url, rows } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url, rows }, audit: [{ subject: institutionId, before: null, after: { ...asked, rows } }] }
  },
})
