import { certificateDeviceRows, devicelessRow } from '../cloud/certificate-rows'
import type { CertificateDeviceDoc, CertificateDoc, DeviceDoc, HandlingPart } from '../cloud/documents'
import { certificateTokens } from '../cloud/search-tokens'
import { templateFor } from '../domain/certificate/template'
import { TYPE_PRESETS } from '../domain/certificate/type-presets'
import { DEVICE_OPERATOR, type CertificateType } from '../domain/certificate/type'
import { addDays, addMonths, addYears, dayOf, type CivilDay } from '../domain/kernel/civil-day'
import { nextSendAt } from '../domain/reminder/plan'
import { departmentName, HOSPITAL } from './departments'
import { memberNamed, personNamed } from './people'

interface Sample {
  number: string; holder: string; title: string; codes: readonly string[]
  /** Days from today to the last valid day; null: 长期有效. */
  days: number | null
  /** Left out: 设备操作证. */
  typeId?: string
  issuer?: string
  /** 周期 of a plan. */
  months?: number
  leadDays?: number
  handling?: Pick<HandlingPart, 'kind' | 'note' | 'reference'> & { untilInDays: number | null }
}

/** One of every state that a list can show, spread over the year to come. */
const samples: readonly Sample[] = [
  { number: 'C000000012', holder: '钱七', title: '技师', codes: ['000062'], days: -23 },
  { number: 'C000000017', holder: '赵六', title: '主治医师', codes: ['000057'], days: -12 },
  { number: 'C000000006', holder: '王五', title: '技师', codes: ['000060'], days: 0, leadDays: 30 },
  { number: 'C000000004', holder: '李四', title: '主管技师', codes: ['000059'], days: 15, leadDays: 30 },
  { number: 'C000000021', holder: '吴十', title: '技师', codes: ['000065'], days: 27, leadDays: 60, handling: { kind: 'review', note: '', reference: 'FS2026-1123', untilInDays: 20 } },
  { number: 'C000000008', holder: '李四', title: '主管技师', codes: ['000063', '000064'], days: 45, leadDays: 60 },
  { number: 'C000000009', holder: '王五', title: '技师', codes: ['000066', '000067'], days: 78 },
  { number: 'C000000010', holder: '赵六', title: '主治医师', codes: ['000058'], days: 120 },
  { number: 'C000000011', holder: '钱七', title: '技师', codes: ['000068'], days: 150 },
  { number: 'C000000013', holder: '郑十一', title: '医师', codes: ['000055', '000056'], days: 200 },
  { number: 'C000000014', holder: '钱七', title: '技师', codes: ['000059'], days: 250 },
  { number: 'C000000015', holder: '冯十二', title: '技师', codes: ['000061', '000062'], days: 300 },
  { number: 'C000000016', holder: '陈十三', title: '护师', codes: ['000071'], days: 340 },
  { number: 'C000000001', holder: '李四', title: '主管技师', codes: ['000063'], days: 400 },
  { number: 'C000000018', holder: '孙八', title: '主治医师', codes: ['000059'], days: null },
  { number: '乙202300018', holder: '', title: '', codes: ['000059'], days: 900, typeId: 'equipment-licence', issuer: '省卫生健康委员会' },
  { number: '乙202300019', holder: '', title: '', codes: ['000060'], days: 1100, typeId: 'equipment-licence', issuer: '省卫生健康委员会' },
  { number: 'F2024-0107', holder: '李四', title: '主管技师', codes: [], days: 420, typeId: 'radiation-worker', issuer: '市卫生健康委员会' },
  { number: 'P2025-0031', holder: '李四', title: '主管技师', codes: [], days: 210, typeId: 'radiation-training', issuer: '市放射防护培训中心' },
  { number: '', holder: '', title: '', codes: ['000059'], days: 130, typeId: 'upkeep-plan', months: 6, leadDays: 7 },
  { number: '', holder: '', title: '', codes: ['000071'], days: 60, typeId: 'upkeep-plan', months: 3, leadDays: 7 },
  { number: '', holder: '', title: '', codes: ['000063'], days: 220, typeId: 'metrology-plan', months: 12, leadDays: 30 },
]

const handlingOf = (sample: Sample, today: CivilDay, now: Date): HandlingPart | null => {
  if (!sample.handling) return null
  const { untilInDays, ...what } = sample.handling
  return { ...what, until: untilInDays === null ? null : addDays(today, untilInDays), byAccountId: 'acc-lisi', byName: '李四', at: now }
}

/** A plan was done a cycle ago, a certificate issued four years before its end. */
function issueOf({ months }: Sample, expiresOn: CivilDay | null): CivilDay | null {
  if (expiresOn === null) return null
  return months === undefined ? addDays(addYears(expiresOn, -4), 1) : addMonths(expiresOn, -months)
}

const typeOf = ({ typeId = DEVICE_OPERATOR.id }: Sample): CertificateType => TYPE_PRESETS.find(({ id }) => id === typeId) ?? DEVICE_OPERATOR

const datesOf = (sample: Sample, today: CivilDay) => {
  const longTerm = sample.days === null
  const expiresOn = sample.days === null ? null : addDays(today, sample.days)
  const issuedOn = issueOf(sample, expiresOn) ?? addYears(today, -3)
  return { longTerm, expiresOn, issuedOn, validFrom: issuedOn }
}

const issuerOf = ({ issuer, months }: Sample): string => issuer ?? (months === undefined ? '国家卫健委人才交流服务中心' : '')

/** What it is and what it is about. */
const aboutOf = (sample: Sample, chosen: readonly DeviceDoc[]) => {
  const { id: typeId } = typeOf(sample)
  return {
    _id: typeId === DEVICE_OPERATOR.id ? `cert-${sample.number}` : `cert-${typeId}-${sample.codes[0] ?? sample.number}`, typeId, ...(sample.months !== undefined && { cycleMonths: sample.months }),
    issuer: issuerOf(sample), operableDevice: typeId === DEVICE_OPERATOR.id ? chosen[0]?.fields.name ?? '' : '',
    deviceIds: chosen.map((device) => device._id),
    departmentIds: chosen.length === 0 ? [memberNamed('李四').departmentId] : [...new Set(chosen.map((device) => device.departmentId))],
  }
}

/** Entered by 王军 and told to 李四 on the home page at 09:30, so that a newcomer's own first message stands alone. */
const certificateOf = async (sample: Sample, devices: readonly DeviceDoc[], now: Date): Promise<CertificateDoc> => {
  const chosen = sample.codes.map((code) => devices.find((device) => device.code === code && device.institutionId === HOSPITAL)!)
  const handling = handlingOf(sample, dayOf(now), now)
  const plan = { ...datesOf(sample, dayOf(now)), leadDays: sample.leadDays ?? 5, sendTime: '09:30:00', channels: { home: true, sms: false, wechat: false }, handling }
  const next = nextSendAt({ ...plan, toldOn: null }, now)
  const author = memberNamed('王军')
  return {
    ...plan, ...aboutOf(sample, chosen), schema: 1, institutionId: HOSPITAL, cycle: 1, personId: personNamed(sample.holder),
    number: sample.number, holderName: sample.holder, gender: null, birthMonth: null, title: sample.title,
    description: '', attachments: [], relatedRoles: [], recipientIds: [memberNamed('李四').id], template: templateFor(typeOf(sample)),
    version: 1, createdBy: author.id, createdByName: author.name, createdAt: now, updatedBy: author.id, updatedByName: author.name, updatedAt: now,
    warnFrom: plan.expiresOn === null ? null : addDays(plan.expiresOn, -plan.leadDays),
    reminder: { nextAt: next.at, holdReason: next.at ? null : next.reason, toldOn: null },
    tokens: await certificateTokens({ number: sample.number, holderName: sample.holder, devices: chosen }),
  }
}

/** The certificate's rows; each is found by 证件号, 姓名 and its own device. */
export const rowsOf = async (certificate: CertificateDoc, archive: readonly DeviceDoc[]): Promise<CertificateDeviceDoc[]> => {
  const devices = archive.filter((device) => certificate.deviceIds.includes(device._id))
  const tokens = await certificateTokens({ ...certificate, devices: [] })
  const [departmentId = ''] = certificate.departmentIds
  return devices.length === 0 ? [devicelessRow(certificate, { id: departmentId, name: departmentName(departmentId) }, tokens)] : certificateDeviceRows(certificate, devices, tokens)
}

export const certificates = (devices: readonly DeviceDoc[], now: Date): Promise<CertificateDoc[]> =>
  Promise.all(samples.map((sample) => certificateOf(sample, devices, now)))
