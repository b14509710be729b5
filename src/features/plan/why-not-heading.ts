import type { WhyNot } from './why-not'

const NOT_TOLD: readonly WhyNot['deliveries'][number]['state'][] = ['failed', 'held', 'unknown']

/** The one answer: how many messages came, and how many did not. */
export function whyNotHeading({ account, day, today, deliveries, missed }: WhyNot): string {
  const when = day === today ? '今天' : day
  const came = deliveries.filter(({ state }) => state === 'sent').length
  const not = deliveries.filter(({ state }) => NOT_TOLD.includes(state)).length
  if (deliveries.length + missed.length === 0) return `${account.name} ${when}没有该收到的提醒`
  const told = `${account.name} ${when}收到 ${came} 条`
  return not === 0 ? told : `${told}，${not} 条没收到`
}
