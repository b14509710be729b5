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

const lastDay = ({ expiresOn, longTerm }: CoverRow['holders'][number]): string => (longTerm || expiresOn === null ? '长期有效' : `至 ${expiresOn}`)

/** 「张伟（至 2027-01-31）」, 「王五（带教下操作，至 2027-01-31）」 (B35). */
export const holderWords = (holder: CoverRow['holders'][number]): string => `${holder.name === '' ? '未填姓名' : holder.name}（${holder.supervised ? '带教下操作，' : ''}${lastDay(holder)}）`
