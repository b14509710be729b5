import { dayOf, timeOf, weekday, type CivilDay } from '../../../domain/kernel/civil-day'
import { dueName } from '../../../domain/certificate/type-menu'
import type { CertificateEntry } from '../../../contract/certificate'

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** 11 月 23 日, 星期一 */
export const dayWords = (day: CivilDay): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日\u3000星期${WEEKDAYS[weekday(day)] ?? ''}`

export const headline = (count: number): string => (count === 0 ? '今天没有要办的事' : `今天有 ${count} 件事要办`)

/** Whose certificate it is; one without a person is named by its number, a plan by what falls due. */
export const whose = (entry: Pick<CertificateEntry, 'holderName' | 'number' | 'plan'> & { typeName?: string }): string => (entry.plan ? dueName(entry.typeName ?? '') : entry.holderName || entry.number || '未填持证人')

export interface DeviceWords {
  name: string
  /** 唯一码, or 等 n 台. */
  code: string
  department: string
}

export const deviceWords = (entry: Pick<CertificateEntry, 'devices' | 'deviceCount' | 'title'>): DeviceWords => {
  const first = entry.devices[0]
  if (!first) return { name: entry.title || '未关联设备', code: '', department: '' }
  return { name: first.name, code: entry.deviceCount > 1 ? `等 ${entry.deviceCount} 台` : first.code, department: first.department.name }
}

/** The timer that says nothing for this long is told (B18). */
const SILENT_MINUTES = 15

export interface Heartbeat {
  text: string
  alarm: boolean
}

/** When the reminders were last looked at (B18). */
export const heartbeat = (lastTickAt: string | null, now: Date): Heartbeat => {
  if (lastTickAt === null) return { text: '提醒服务还没有运行过', alarm: true }
  const at = new Date(lastTickAt)
  const silent = Math.floor((now.getTime() - at.getTime()) / 60_000)
  const when = dayOf(at) === dayOf(now) ? timeOf(at).slice(0, 5) : `${dayOf(at)} ${timeOf(at).slice(0, 5)}`
  return silent >= SILENT_MINUTES ? { text: `提醒服务自 ${when} 起没有运行，请告诉系统管理员`, alarm: true } : { text: `最近一次检查 ${when}，一切正常`, alarm: false }
}
