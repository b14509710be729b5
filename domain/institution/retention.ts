import * as v from 'valibot'
import { entitles, type TypeMenu } from '../certificate/type-menu'
import { addYears, instantOf, type CivilDay } from '../kernel/civil-day'

/**
 * For how many years a hospital keeps what it needs no more (PIPL art. 19: no longer than its purpose asks). Nothing shorter than `SHORTEST_YEARS`
 * can be set, and the audit is kept for good.
 */
export interface RetentionRules {
  /** Of 设备操作证 and the like, with their scans, counted from the last valid day; of one without such a day, from 离岗/注销; of an earlier cycle, from the renewal. */
  certificateYears: number
  /** Of the record of a person, counted from 离职. As long as one of his certificates is kept, his record is. */
  personYears: number
  /** Of messages in 消息 and of deliveries with their attempts, counted from the day of sending. */
  messageYears: number
}
export type RetentionField = keyof RetentionRules

/**
 * The legal minimum, in years.
 * - Certificates: 《医疗器械监督管理条例》 (2020) art. 50: the file of a large device five years after its use ends; who operated it by which paper belongs to it.
 * - People: 《劳动合同法》 art. 50: contracts two years after they end, and the record says who worked when.
 * - Messages: 《网络安全法》 art. 21: logs for six months; a whole year is the unit here.
 */
export const SHORTEST_YEARS: Readonly<RetentionRules> = { certificateYears: 5, personYears: 2, messageYears: 1 }
export const LONGEST_YEARS = 50
export const DEFAULT_RETENTION: Readonly<RetentionRules> = { certificateYears: 10, personYears: 5, messageYears: 3 }

const years = (field: RetentionField) => v.pipe(v.number(), v.integer(), v.minValue(SHORTEST_YEARS[field]), v.maxValue(LONGEST_YEARS))
export const retentionSchema = v.strictObject({ certificateYears: years('certificateYears'), personYears: years('personYears'), messageYears: years('messageYears') })

/**
 * Do certificates of such a type ever go? 人员资质 (放射工作人员证, training, 职业健康检查) are kept for good: 卫生部令第55号 (2007) art. 12 and 27 want what belongs to
 * dose and health of radiation workers for life. What is the device's own (licence, plans) names no holder and goes with no one.
 */
export const endsWithTime = (menu: TypeMenu): boolean => entitles(menu) && menu !== 'staff-qualification'

export interface RetentionCuts {
  /** Certificates whose last valid day lies before this day. */
  certificateDay: CivilDay
  /** Certificates ended, and cycles closed, before this instant. */
  certificateAt: Date
  personAt: Date
  messageDay: CivilDay
  messageAt: Date
}

const MIDNIGHT = '00:00:00'

/** What lies before these has been kept for long enough on the day `today`. */
export function retentionCuts(rules: RetentionRules, today: CivilDay): RetentionCuts {
  const [certificateDay, personDay, messageDay] = [rules.certificateYears, rules.personYears, rules.messageYears].map((count) => addYears(today, -count)) as [CivilDay, CivilDay, CivilDay]
  return { certificateDay, certificateAt: instantOf(certificateDay, MIDNIGHT), personAt: instantOf(personDay, MIDNIGHT), messageDay, messageAt: instantOf(messageDay, MIDNIGHT) }
}
