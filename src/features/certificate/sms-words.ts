import type { CertificateForm } from '../../../domain/certificate/certificate'
import { quietAt, type InstitutionRules } from '../../../domain/institution/rules'
import { isSendTime, shortSendTime } from '../../../domain/kernel/send-time'
import type { PlanWords } from './plan-words'

/** 分 → 元 */
const yuan = (fen: number): string => (fen / 100).toFixed(2)

function quietWords(sendTime: string, { quietHours }: InstitutionRules): string {
  const quiet = isSendTime(sendTime) ? quietAt(quietHours, sendTime) : 'open'
  if (quiet === 'open') return ''
  return quiet === 'closed' ? '发送时间在短信静默时段，当天的短信不会发。' : `发送时间在短信静默时段，短信到 ${shortSendTime(quiet.until)} 才发。`
}

/** What the SMS of this plan cost for one person, and whether they wait (B11, B28); '' when there is nothing to say. */
export function smsWords({ smsCount }: Pick<PlanWords, 'smsCount'>, { channels, sendTime }: Pick<CertificateForm, 'channels' | 'sendTime'>, institution: InstitutionRules): string {
  if (!channels.sms || smsCount === 0) return ''
  const { smsPrice } = institution
  const cost = smsPrice === null ? '' : `短信 ${smsCount} 次，约 ${yuan(smsPrice * smsCount)} 元/人。`
  return cost + quietWords(sendTime, institution)
}
