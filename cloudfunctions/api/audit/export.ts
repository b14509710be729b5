import { exportAudit, type AuditEntry } from '../../../contract/audit'
import { changeWords, doneWords } from '../../../domain/audit/words'
import { changeFor } from '../../../domain/account/personal'
import type { Role } from '../../../domain/account/role'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { fail } from '../../../domain/kernel/failure'
import { changes, type Scene } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import { auditEntries, type AuditFilter } from '../../../cloud/repositories/audit-log'
import { writeXlsx } from '../../../cloud/sheets/write-xlsx'
import { entriesOf, filterOf } from './find'

/** The function has 20 s and 256 MB; a longer span is taken in parts. */
const MOST_ROWS = 10_000
const BATCH = 500
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const COLUMNS = [{ header: '时间', width: 20 }, { header: '操作人', width: 14 }, { header: '做了什么', width: 18 }, { header: '对象', width: 34 }, { header: '改动', width: 90 }] as const

const cellsOf = ({ at, by, operation, about, subject, changes: touched }: AuditEntry, role: Role): string[] =>
  [`${dayOf(new Date(at))} ${timeOf(new Date(at))}`, by, doneWords(operation), about === '' ? subject : about, touched.map((change) => changeWords(changeFor(role, change))).join('；')]

async function* batches(filter: AuditFilter, { caller, scene: { store } }: { caller: SignedIn; scene: Scene }, rows: number): AsyncGenerator<string[][]> {
  for (let skip = 0; skip < rows; skip += BATCH) {
    const { docs } = await auditEntries(store, filter, { skip, limit: Math.min(BATCH, rows - skip) })
    yield (await entriesOf(docs, caller, store)).map((entry) => cellsOf(entry, caller.role))
  }
}

/** The log as filtered, as a file that the sweep takes away the day after; a repeated call makes another. */
export const exportLog = changes(exportAudit, {
  secret: true,
  async prepare(asked, caller, scene) {
    const { store, files, chance, secrets, now, today } = scene
    const filter = await filterOf(asked, caller.institutionId, store) ?? fail('export.nothing')
    const { total } = await auditEntries(store, filter, { skip: 0, limit: 1 })
    if (total === 0) fail('export.nothing')
    if (total > MOST_ROWS) fail('export.too-many', { rows: total, max: MOST_ROWS })
    const bytes = await writeXlsx('审计日志', COLUMNS, batches(filter, { caller, scene }, total))
    const _id = chance.newId()
    const path = `exports/${caller.institutionId}/${_id}.xlsx`
    const fileId = await files.write(path, bytes)
    const upload = {
      _id, schema: 1 as const, institutionId: caller.institutionId, accountId: caller.accountId, path, fileId, name: `审计日志 ${today}.xlsx`, type: TYPE,
      bytes: bytes.byteLength, sha256: secrets.sha256(bytes), state: 'begun' as const, createdAt: now,
    }
    return { upload, url: (await files.links([fileId])).get(fileId) ?? '', rows: total }
  },
  async run(asked, { institutionId }, { tx, prepared: { upload, url, rows } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url, rows }, audit: [{ subject: institutionId, before: null, after: { ...asked, rows } }] }
  },
})
