import type { Emulator } from '../../emulator/emulator'

const EVERY = { _id: { $gt: '' } }
const EMPTIED = ['certificates', 'certificate_devices', 'certificate_cycles', 'devices', 'device_records', 'device_covers', 'deliveries', 'inbox', 'audit', 'jobs', 'job_rows', 'print_orders', 'people']
const LONG = '环境监测用x-r辐射空气比释动能率仪及其附属的远程校准与数据采集装置（第二代）'
const WORD = 'EZX-60;FireCR-Dental/2026-ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Texts of every place at the length that people type in earnest. */
const OVERFULL: ReadonlyArray<readonly [collection: string, change: Record<string, unknown>]> = [
  ['devices', { 'fields.name': LONG, 'fields.model': WORD, 'fields.serialNumber': WORD, 'fields.manufacturer': LONG, maintainer: LONG, departmentName: '介入与血管外科联合影像诊疗中心' }],
  ['certificates', { holderName: '阿卜杜热合曼·买买提艾力·吐尔逊', number: WORD, issuer: LONG, operableDevice: LONG, title: '正高级工程师兼主任技师', description: LONG.repeat(4), createdByName: '阿卜杜热合曼·买买提艾力' }],
  ['certificate_devices', { deviceName: LONG, deviceModel: WORD, holderName: '阿卜杜热合曼·买买提艾力·吐尔逊', number: WORD, title: '正高级工程师兼主任技师', departmentName: '介入与血管外科联合影像诊疗中心', unit: '台(套)', deviceType: '放射影像(CT/MR/DSA/DR/乳腺/口腔X线)' }],
  ['departments', { name: '介入与血管外科联合影像诊疗中心' }],
  ['accounts', { name: '阿卜杜热合曼·买买提艾力·吐尔逊' }],
  ['inbox', { title: LONG, text: LONG.repeat(3) }],
]

/** A day of the clockwork: messages lie in 消息, and nothing says that it does not run. */
const aDay = ({ clock, advance }: Emulator): Promise<void> => advance(new Date(clock.now().getTime() + 24 * 60 * 60_000), 60 * 60_000)

export const STATES: Readonly<Record<string, (hospital: Emulator) => Promise<void>>> = {
  typical: async (hospital) => {
    await aDay(hospital)
    const input = { deviceIds: ['dev-000059', 'dev-000060', 'dev-000061'], size: '50x30', copies: 2 }
    await hospital.invoke('api', { operation: 'label.order', input, requestId: 'gallery-labels-00000001' }, 'wx-wangjun')
  },
  empty: async ({ store }) => {
    for (const collection of EMPTIED) await store.remove(collection, EVERY, { multi: true })
  },
  overfull: async (hospital) => {
    await aDay(hospital)
    for (const [collection, change] of OVERFULL) await hospital.store.modify(collection, EVERY, { $set: change }, { multi: true, upsert: false, merge: true })
  },
}
