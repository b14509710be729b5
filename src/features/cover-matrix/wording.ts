import type { CoverRow } from '../../../contract/cover'
import { addDays, daysBetween, type CivilDay } from '../../../domain/kernel/civil-day'

/** B35: never 「禁止操作」. */
export const NOBODY = '系统内无有效操作证记录'
/** Days within which the end of the last certificate is said (B4). */
const FORESEEN = 90

/** 「将无人持证」 with its date, when that day is near; '' when somebody may operate it for long. */
export function forecastWords({ bareFrom, holders }: CoverRow, on: CivilDay): string {
  if (bareFrom === null || holders.length === 0 || bareFrom > addDays(on, FORESEEN)) return ''
  return `${bareFrom} 起将无人持证（${daysBetween(on, bareFrom)} 天后）`
}

/** 「至 2027-01-31」 or 「长期有效」. */
export const lastDay = ({ expiresOn, longTerm }: Pick<CoverRow['holders'][number], 'expiresOn' | 'longTerm'>): string => (longTerm || expiresOn === null ? '长期有效' : `至 ${expiresOn}`)

/** 「张伟（至 2027-01-31）」, 「王五（带教下操作，至 2027-01-31）」 (B35). */
export const holderWords = (holder: CoverRow['holders'][number]): string => `${holder.name === '' ? '未填姓名' : holder.name}（${holder.supervised ? '带教下操作，' : ''}${lastDay(holder)}）`

/** 「裂隙灯 000059（至 2027-01-31）」: a device as one of those that somebody may operate. */
export const deviceWords = ({ name, code }: CoverRow, holder: CoverRow['holders'][number]): string => `${name} ${code}（${holder.supervised ? '带教下操作，' : ''}${lastDay(holder)}）`

/** How many may operate it by themselves. */
export const countOf = ({ holders }: CoverRow): number => holders.filter(({ supervised }) => !supervised).length
/** Fewer than the device demands (B4). */
export const hasTooFew = (row: CoverRow): boolean => countOf(row) < row.wanted

/** How many may operate it by themselves, of how many it demands (B4): 「2 人」, 「1 人，应有 3 人」. */
export const countWords = (row: CoverRow): string => (hasTooFew(row) ? `${countOf(row)} 人，应有 ${row.wanted} 人` : `${countOf(row)} 人`)
