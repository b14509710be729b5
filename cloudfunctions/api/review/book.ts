import { isValidOn, remainingDays } from '../../../domain/certificate/validity'
import { addDays, daysBetween, type CivilDay } from '../../../domain/kernel/civil-day'
import type { WrittenSheet } from '../../../cloud/sheets/write-xlsx'
import type { BareDevice } from './bare-devices'
import type { Standing } from './facts'

/** 即将到期: within so many days of the day asked about. */
const SOON_DAYS = 90

const LIST = [
  { header: '序号', width: 8 }, { header: '科室', width: 18 }, { header: '姓名', width: 12 }, { header: '职称', width: 14 }, { header: '证件类型', width: 26 }, { header: '证件号', width: 20 },
  { header: '设备', width: 40 }, { header: '签发日期', width: 14 }, { header: '有效期至', width: 14 }, { header: '剩余天数', width: 10 }, { header: '当日是否有效', width: 14 }, { header: '扫描件（份）', width: 12 },
]
const devicesWords = ({ doc, devices }: Standing): string => (devices.length === 0 ? doc.operableDevice : devices.map(({ code, fields }) => `${fields.name}（${code}）`).join('、'))
const validWords = ({ turn }: Standing, on: CivilDay): string => {
  if (isValidOn(turn, on)) return '有效'
  return turn.handling?.kind === 'revoked' ? '已注销' : '已过期'
}
const listed = (standing: Standing, place: number, on: CivilDay): string[] => {
  const { doc, turn, department, type } = standing
  return [
    String(place), department, doc.holderName, doc.title, type, turn.number, devicesWords(standing), turn.issuedOn ?? '', turn.expiresOn ?? '长期有效',
    String(remainingDays(turn, on) ?? ''), validWords(standing, on), String(turn.attachments.length),
  ]
}
const listOf = (name: string, standings: readonly Standing[], on: CivilDay): WrittenSheet => ({ name, columns: LIST, batches: [standings.map((standing, at) => listed(standing, at + 1, on))] })

/** Valid on the day, and over soon after it. */
export const endsSoon = ({ turn }: Standing, on: CivilDay): boolean => isValidOn(turn, on) && turn.expiresOn !== null && !turn.longTerm && turn.expiresOn <= addDays(on, SOON_DAYS)

const GAPS = [{ header: '情况', width: 14 }, { header: '科室', width: 18 }, { header: '姓名或设备', width: 36 }, { header: '证件号或唯一码', width: 20 }, { header: '自', width: 14 }, { header: '天数', width: 8 }, { header: '说明', width: 40 }]

function gapsOf({ doc, turn, gaps, department, type }: Standing, on: CivilDay): string[][] {
  const row = (kind: string, from: CivilDay, days: number): string[] => [kind, department, doc.holderName, turn.number, addDays(from, 1), String(days), type]
  const ended = turn.handling?.kind !== 'revoked' && turn.expiresOn !== null && turn.expiresOn < on ? [row('已过期', turn.expiresOn, daysBetween(turn.expiresOn, on))] : []
  return [...ended, ...gaps.map(({ from, days }) => row('曾断档', from, Math.min(days, daysBetween(from, on))))]
}
const bareRow = ({ device, holders, wanted }: BareDevice): string[] =>
  ['设备持证不足', device.departmentName, device.fields.name, device.code, '', '', holders === 0 ? '系统内无有效操作证记录' : `有效持证 ${holders} 人，应有 ${wanted} 人`]

export interface Cover { institution: string; by: string; on: CivilDay; made: CivilDay; about: string }

function coverSheet({ institution, by, on, made, about }: Cover, standings: readonly Standing[]): WrittenSheet {
  const valid = standings.filter(({ turn }) => isValidOn(turn, on)).length
  return {
    name: '说明', columns: [{ header: '迎检包', width: 22 }, { header: institution, width: 60 }],
    batches: [[
      ['截止日期', on], ['范围', about], ['证照', `${standings.length} 张，当日有效 ${valid} 张`], ['生成日期', made], ['操作人', by],
      ['口径', '有效期截止当日仍有效；按所选日期当天的周期统计，已换证的取当时的周期及其扫描件。证照关联的设备和人员所在科室按现在的记录。'],
    ]],
  }
}

/** The sheets of a review pack (B17): what it is, every certificate as it stood, those that end soon, and the gaps. */
export const packSheets = ({ cover, standings, bare, rates }: { cover: Cover; standings: readonly Standing[]; bare: readonly BareDevice[]; rates: readonly WrittenSheet[] }): WrittenSheet[] => [
  coverSheet(cover, standings),
  ...rates,
  listOf('证照清单', standings, cover.on),
  listOf(`${SOON_DAYS}天内到期`, standings.filter((standing) => endsSoon(standing, cover.on)), cover.on),
  { name: '断档与缺口', columns: GAPS, batches: [standings.flatMap((standing) => gapsOf(standing, cover.on)), bare.map(bareRow)] },
]
