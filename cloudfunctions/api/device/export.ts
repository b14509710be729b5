import { exportDevices } from '../../../contract/sheet'
import { cellsOfDevice, DEVICE_COLUMNS, STATUS_IN_SHEET } from '../../../domain/device/sheet'
import { fail } from '../../../domain/kernel/failure'
import { changes } from '../../../cloud/gate/verb'
import { countDevices, everyDevice, type DeviceDoc } from '../../../cloud/repositories/devices'
import { writeXlsx } from '../../../cloud/sheets/write-xlsx'
import { handOut, MOST_ROWS, type HandedOut } from '../exports/hand-out'
import { deviceFilterOf } from './filter'

const NAME = '设备档案'
/** The guide's 在档状态 and 唯一码 come first, then the archive (S44, S47). */
const COLUMNS = [{ header: '序号', width: 8 }, { header: '在档状态', width: 10 }, { header: '唯一码', width: 10 }, ...DEVICE_COLUMNS.map(({ header, width }) => ({ header, width }))]

async function* numbered(batches: AsyncIterable<DeviceDoc[]>): AsyncGenerator<string[][]> {
  let before = 0
  for await (const devices of batches) {
    const first = before + 1
    before += devices.length
    yield devices.map((device, at) => [String(first + at), STATUS_IN_SHEET[device.status], device.code, ...cellsOfDevice(device.fields, device.departmentName)])
  }
}

interface Written extends HandedOut { rows: number }

/** The device list as filtered, as a file (S47, B23). The answer is a link that ages, so a repeated call makes another file. */
export const exportList = changes(exportDevices, {
  secret: true,
  async prepare(asked, caller, scene): Promise<Written> {
    const filter = await deviceFilterOf(scene.store, caller, asked)
    if (!filter) return fail('export.nothing')
    const rows = await countDevices(scene.store, filter)
    if (rows === 0) fail('export.nothing')
    if (rows > MOST_ROWS) fail('export.too-many', { rows, max: MOST_ROWS })
    const bytes = await writeXlsx(NAME, COLUMNS, numbered(everyDevice(scene.store, filter)))
    return { ...await handOut({ name: `${NAME} ${scene.today}`, bytes }, caller, scene), rows }
  },
  async run(asked, caller, { tx, prepared: { upload, url, rows } }) {
    await tx.add('uploads', upload)
    return { output: { name: upload.name, url, rows }, audit: [{ subject: caller.institutionId, before: null, after: { ...asked, rows } }] }
  },
})
