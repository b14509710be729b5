import type { DeviceStatus } from '../../../domain/device/device'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { shortSendTime } from '../../../domain/kernel/send-time'

export const STATUS_WORDS: Readonly<Record<DeviceStatus, string>> = { 'in-service': '在档', stopped: '停用', scrapped: '报废', lent: '外借' }

/** What each means for the certificates (B34). */
export const STATUS_NOTES: Readonly<Record<DeviceStatus, string>> = { 'in-service': '照常提醒', stopped: '暂不使用', scrapped: '不再使用', lent: '借给别处，照常提醒' }

/** Codes that a field of the archive can be refused with. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  'device.name-missing': '请填写设备名称',
  'device.department-missing': '请选择所属科室',
  'device.text-too-long': '太长了，请精简',
  'device.asset-taken': '已有设备用了这个设备编码，请核对',
  'device.by-transfer': '所属科室请用“转科”更改',
  'record.company-missing': '请填写维保服务商',
  'record.kind-missing': '请填写工单类别',
  'record.ends-before-begin': '合同到期日早于开始日',
  'day.invalid': '请选择一个有效的日期',
}

/** The sentence under a field; a code that this app does not know yet is still told as wrong. */
export const fieldWords = (code: string): string => FIELD_WORDS[code] ?? '请检查这一项'

/** What saving a device can be refused with as a whole. */
export const DEVICE_FAILURES = {
  'device.numbers-used-up': '唯一码已经用完，请联系系统管理员。',
  'device.too-many-files': ({ max }: Readonly<Record<string, unknown>>) => `新增时各页附件合计最多 ${String(max)} 份，其余请保存后再上传。`,
  'attachment.not-staged': '有附件已失效，请删除后重新上传。',
  'device.same-department': '设备已经在这个科室。',
  'device.changed-meanwhile': ({ by }: Readonly<Record<string, unknown>>) => `${typeof by === 'string' && by !== '' ? by : '别人'}刚刚改过这台设备，请返回看过最新内容后再改。`,
} as const

/** Why a holder cannot be called (B35). */
export const CALL_FAILURES = { 'device.no-phone': '他没有登记手机号，请到科里找人或打科室电话。' } as const

/** What saving or completing a plan can be refused with as a whole. */
export const PLAN_FAILURES = {
  'certificate.changed-meanwhile': ({ by }: Readonly<Record<string, unknown>>) => `${typeof by === 'string' && by !== '' ? by : '别人'}刚刚改过这项计划，请关闭后再打开看最新内容。`,
  'handling.already-revoked': '这项计划已停用，请先在详情里恢复提醒。',
} as const

/** When its warning is told next, to the minute. */
export const nextSend = (instant: string | null): string => {
  if (instant === null) return '不再发送'
  const at = new Date(instant)
  return `${dayOf(at)} ${shortSendTime(timeOf(at))}`
}

/** B35: what a device without a valid certificate is told as. It states what is on record and forbids nothing. */
export const NO_HOLDER = '系统内无有效操作证记录'

export const DEVICE_SEARCH = '名称、唯一码'
export const LIST_SAFE = '设备档案保存在服务器上，不受影响。'
/** What a failed list of certificates must not make anybody fear. */
export const CERTIFICATES_SAFE = '提醒由服务器发送，不受影响。'

/** Why a file of the archive did not arrive. */
export const FILE_FAILURES = {
  'attachment.empty': '是空文件', 'attachment.too-large': '文件太大', 'attachment.too-many-pixels': '照片超过 5500 万像素，请压缩后再传', 'attachment.type-not-allowed': '只收照片和 PDF', 'attachment.not-what-it-says': '内容和文件类型不符，只收照片和 PDF',
  'attachment.not-arrived': '没有传上去',
} as const

/** Why a certificate was not linked to a device. */
export const LINK_FAILURES = {
  'certificate.changed-meanwhile': '这张证刚被别人改过，请再点一次。',
  'invalid-input': '这张证有内容要先补全，请打开它修改。',
} as const
