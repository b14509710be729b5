import { exportCertificates } from '../../../contract/sheet'
import type { TypeMenu } from '../../../domain/certificate/type-menu'
import { numberFor } from '../../../domain/account/personal'
import { remainingDays } from '../../../domain/certificate/validity'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { fail } from '../../../domain/kernel/failure'
import { shortSendTime } from '../../../domain/kernel/send-time'
import { changes } from '../../../cloud/gate/verb'
import { bucketWhere, rowWhere, type CertificateDeviceDoc } from '../../../cloud/repositories/certificates'
import { everyRow } from '../../../cloud/repositories/certificates-export'
import { typesOf } from '../../../cloud/repositories/rules'
import { writeXlsx } from '../../../cloud/sheets/write-xlsx'
import { handOut, MOST_ROWS, type HandedOut } from '../exports/hand-out'
import { filterOf } from './filter'

/** The guide's ten without 操作 (S8), then who holds it. */
const COLUMNS = [
  { header: '序号', width: 8 }, { header: '设备名称', width: 36 }, { header: '证件号', width: 20 }, { header: '操作证有效期', width: 14 },
  { header: '设备类型', width: 14 }, { header: '所属科室', width: 18 }, { header: '预警提前量', width: 12 }, { header: '发送时间', width: 10 }, { header: '单位', width: 10 },
  { header: '唯一码', width: 10 }, { header: '规格型号', width: 18 }, { header: '姓名', width: 12 }, { header: '职称', width: 14 }, { header: '剩余天数', width: 10 }, { header: '证件类型', width: 24 },
] as const

/** What the file is called: as the list it comes from. */
const NAMES: Readonly<Record<TypeMenu, string>> = { 'device-certificate': '设备操作证', 'device-licence': '设备配置许可证', 'staff-qualification': '人员资质', 'device-upkeep': '保养计划', 'device-metrology': '计量计划' }

/** `told`: a 证件号 as the caller is to see it. */
interface Said { today: CivilDay; types: ReadonlyMap<string, string>; told: (number: string) => string }

const cellsOf = (row: CertificateDeviceDoc, place: number, { today, types, told }: Said): string[] => [
  String(place), row.deviceName, told(row.number), row.expiresOn ?? '长期有效', row.deviceType, row.departmentName, String(row.leadDays), shortSendTime(row.sendTime), row.unit,
  row.deviceCode, row.deviceModel, row.holderName, row.title, String(remainingDays(row, today) ?? ''), types.get(row.typeId) ?? '',
]

async function* numbered(batches: AsyncIterable<CertificateDeviceDoc[]>, said: Said): AsyncGenerator<string[][]> {
  let before = 0
  for await (const rows of batches) {
    const first = before + 1
    before += rows.length
    yield rows.map((row, at) => cellsOf(row, first + at, said))
  }
}

interface Written extends HandedOut { rows: number }

/** The list as filtered, as a file (B23, S8). The answer is a link that ages, so a repeated call makes another file. */
export const exportList = changes(exportCertificates, {
  secret: true,
  async prepare({ bucket, ...asked }, caller, scene): Promise<Written> {
    const { store, today } = scene
    const filter = await filterOf(asked, caller, store)
    if (!filter) return fail('export.nothing')
    const where = { ...rowWhere(filter), ...(bucket && bucketWhere(bucket, today)) }
    const rows = await store.count('certificate_devices', where)
    if (rows === 0) fail('export.nothing')
    if (rows > MOST_ROWS) fail('export.too-many', { rows, max: MOST_ROWS })
    const types = new Map((await typesOf(store, caller.institutionId)).map(({ type }) => [type.id, type.name]))
    const name = NAMES[asked.menu ?? 'device-certificate']
    const bytes = await writeXlsx(name, COLUMNS, numbered(everyRow(store, where), { today, types, told: numberFor(caller.role) }))
    return { ...await handOut({ name: `${name} ${scene.today}`, bytes }, caller, scene), rows }
  },
  async run(asked, caller, { tx, prepared: { upload, url, rows } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url, rows }, audit: [{ subject: caller.institutionId, before: null, after: { ...asked, rows } }] }
  },
})
