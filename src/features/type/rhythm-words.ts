import type { Channel } from '../../../domain/reminder/channel'
import { daysOf } from '../../../domain/reminder/speaking'
import type { Rhythm } from '../../../domain/reminder/rules'
import { wholeNumber, type TypeForm } from './type-form'

/** Any 有效期 gives the same counts: holidays are not reckoned here. */
const SOME_DAY = '2030-06-30'

const countOf = ({ steps, leadDays }: Pick<TypeForm, 'steps' | 'leadDays'>, rhythm: Rhythm): number => daysOf({
  expiresOn: SOME_DAY, longTerm: false, leadDays: wholeNumber(leadDays), toldOn: null, channels: { home: true, sms: false, wechat: false },
  rules: { rhythm: { home: rhythm, sms: rhythm, wechat: rhythm }, steps, afterExpiry: 'stop', escalation: [], holidays: [] },
}, 'home').length

/** 分 → 元 */
const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** How often a certificate of this type is told in each rhythm; `null` while 提前预警时间 is no number. */
export function countsOf(form: Pick<TypeForm, 'steps' | 'leadDays'>): Readonly<Record<Rhythm, number>> | null {
  return Number.isNaN(wholeNumber(form.leadDays)) ? null : { daily: countOf(form, 'daily'), steps: countOf(form, 'steps') }
}

interface Facts {
  form: Pick<TypeForm, 'rhythm' | 'steps' | 'leadDays'>
  /** In 分; `null`: the hospital did not say. */
  smsPrice: number | null
}

const costWords = (count: number, smsPrice: number | null): string => (smsPrice === null ? '' : `，约 ${yuan(count * smsPrice)} 元/人`)

/** 「9 次，而非 181 次」 beside each channel, and what its SMS cost for one person (B28); '' while nothing can be reckoned. */
export function channelWords({ form, smsPrice }: Facts, channel: Channel): string {
  const counts = countsOf(form)
  if (counts === null) return ''
  const rhythm = form.rhythm[channel]
  const times = rhythm === 'daily' ? `每张证 ${counts.daily} 次` : `每张证 ${counts.steps} 次，而非 ${counts.daily} 次`
  const other = rhythm === 'daily' && counts.steps < counts.daily ? `；按节点只需 ${counts.steps} 次` : ''
  return times + (channel === 'sms' ? costWords(counts[rhythm], smsPrice) : '') + other
}

/** WeChat takes frequent expiry reminders for abuse, SMS cost money: both are better told by 节点 (B28). */
export const isBetterBySteps = ({ rhythm }: Pick<TypeForm, 'rhythm'>): boolean => rhythm.wechat === 'daily' || rhythm.sms === 'daily'
