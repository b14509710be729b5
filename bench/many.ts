import type { CertificateDeviceDoc, CertificateDoc, DeviceCoverDoc, DeviceDoc, PersonDoc } from '../cloud/documents'
import { emptyDeviceFields } from '../domain/device/device'
import { addDays, instantOf, type CivilDay } from '../domain/kernel/civil-day'
import { HOSPITAL } from '../demo/departments'
import type { Emulator } from '../emulator/emulator'
import type { Store } from '../emulator/store/types'

const BATCH = 2_000
/** Over how many days certificates expire. */
const DAYS = 900
/** Who holds them. */
const PEOPLE = 5_000
const WORDS = ['裂隙灯', '眼压计', '监护仪', '呼吸机', '除颤仪', '高压注射器', '电动吸引器', '灭菌器', '超声诊断仪', '核磁共振']
const INITIALS = ['lxd', 'yyj', 'jhy', 'hxj', 'ccy', 'gyzsq', 'ddxyq', 'mjq', 'cszdy', 'hcgz']

const inBatches = async <T>(count: number, make: (n: number) => T, write: (docs: T[]) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < count; from += BATCH) {
    await write(Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => make(from + n)))
  }
}

const stamped = (now: Date) => ({ version: 1, createdBy: 'acc-wangjun', createdAt: now, updatedBy: 'acc-wangjun', updatedAt: now })

/** The photo that every one of them has. */
const SCAN = { id: 'many-scan', name: '证.jpg', type: 'image/jpeg', bytes: 1_200_000, fileId: 'cloud://emulator.656d-emulator-1300000000/files/many.jpg', sha256: '' }

const certificateOf = (n: number, now: Date, expiresOn: CivilDay = addDays('2030-01-01', n % DAYS)): CertificateDoc => {
  return {
    ...stamped(now), _id: `many-${n}`, schema: 1, institutionId: HOSPITAL, typeId: 'device-operator', cycle: 1, personId: `many-${n % PEOPLE}`,
    issuer: '', number: `M${String(n).padStart(9, '0')}`, holderName: `人员${n % PEOPLE}`, gender: null, birthMonth: null, title: '技师', operableDevice: '',
    issuedOn: '2026-01-01', validFrom: '2026-01-01', expiresOn, longTerm: false, leadDays: 30, sendTime: '08:00:00', description: '', attachments: [SCAN],
    deviceIds: [`many-${n}`], departmentIds: ['dept-ct'], channels: { home: true, sms: true, wechat: true }, relatedRoles: ['creator'], recipientIds: [],
    template: '', warnFrom: addDays(expiresOn, -30), createdByName: '王军', updatedByName: '王军', handling: null,
    reminder: { nextAt: instantOf(addDays(expiresOn, -30), '08:00:00'), holdReason: null, toldOn: null }, tokens: [`m${String(n).padStart(9, '0')}`],
  }
}

const deviceOf = (n: number, now: Date): DeviceDoc => {
  const word = n % WORDS.length
  const code = String(100_000 + n)
  return {
    ...stamped(now), _id: `many-${n}`, schema: 1, institutionId: HOSPITAL, code, departmentId: 'dept-ct', departmentName: 'CT室', status: 'in-service', maintainer: '',
    fields: { ...emptyDeviceFields(), name: `${WORDS[word]}${n}`, departmentId: 'dept-ct' }, tokens: [WORDS[word]!, INITIALS[word]!, code],
  }
}

const coverOf = (n: number): DeviceCoverDoc => ({ _id: `many-${n}`, schema: 1, institutionId: HOSPITAL, departmentId: 'dept-ct', from: '2026-01-01', until: addDays('2030-01-01', n % DAYS) })

/** Writes certificates that are due in 2029 at the earliest, straight into the store. */
export const addCertificates = ({ store, clock }: Emulator, count: number): Promise<void> =>
  inBatches(count, (n) => certificateOf(n, clock.now()), (docs) => store.insert('certificates', docs as unknown as Array<Record<string, unknown>>))

/** The same for a store that nobody works with yet; in the order of their days, because an index is filled fastest from its end. */
export const fillCertificates = (store: Store, now: Date, count: number): Promise<void> =>
  inBatches(count, (n) => certificateOf(n, now, addDays('2030-01-01', Math.floor(n * DAYS / count))), (docs) => store.insert('certificates', docs as unknown as Array<Record<string, unknown>>))

export const addDevices = ({ store, clock }: Emulator, count: number): Promise<void> =>
  inBatches(count, (n) => deviceOf(n, clock.now()), (docs) => store.insert('devices', docs as unknown as Array<Record<string, unknown>>))

/** What the certificates say of the devices of the same numbers. */
export const addCovers = ({ store }: Emulator, count: number): Promise<void> =>
  inBatches(count, coverOf, (docs) => store.insert('device_covers', docs as unknown as Array<Record<string, unknown>>))

const rowOf = (n: number, now: Date): CertificateDeviceDoc => {
  const { _id, institutionId, typeId, number, holderName, title, expiresOn, longTerm, leadDays, sendTime, handling, tokens } = certificateOf(n, now)
  return {
    _id: `${_id}:many-${n}`, schema: 2, institutionId, certificateId: _id, typeId, deviceId: `many-${n}`, deviceCode: String(100_000 + n), deviceName: `裂隙灯${n}`, deviceType: '', deviceModel: '', unit: '台',
    departmentId: 'dept-ct', departmentName: 'CT室', number, holderName, title, expiresOn, longTerm, leadDays, sendTime, validFrom: '2026-01-01', handling, tokens,
  }
}

/** What the tables of the desk show of certificates of the same numbers. */
export const addCertificateRows = ({ store, clock }: Emulator, count: number): Promise<void> =>
  inBatches(count, (n) => rowOf(n, clock.now()), (docs) => store.insert('certificate_devices', docs as unknown as Array<Record<string, unknown>>))

const personOf = (n: number): PersonDoc => ({ _id: `many-${n}`, schema: 1, institutionId: HOSPITAL, staffNumber: `M${n}`, name: `人员${n}`, departmentId: 'dept-ct', title: '技师', employment: 'permanent', presence: 'present', tokens: [String(n)] })

/** Who holds the certificates, and the rule that each of them needs one (B31). */
export const addHolders = async ({ store, clock }: Emulator): Promise<void> => {
  await inBatches(PEOPLE, personOf, (docs) => store.insert('people', docs as unknown as Array<Record<string, unknown>>))
  await store.insert('holding_needs', [{ ...stamped(clock.now()), _id: HOSPITAL, schema: 1, institutionId: HOSPITAL, needs: [{ by: 'department', of: 'dept-ct', typeId: 'device-operator' }] }])
}
