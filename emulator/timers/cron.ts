import { Cron } from 'croner'
import { applies } from '../rules/rules'

/** Rules of triggers are read in Beijing's time, which has no summer time. */
const BEIJING_MINUTES = 480

const cronOf = (rule: string): Cron =>
  new Cron(rule, { paused: true, utcOffset: applies('timer.beijing') ? BEIJING_MINUTES : 0, domAndDow: !applies('timer.either-day'), mode: '7-part' })

/**
 * Seven fields: second minute hour day month weekday year; day and weekday together mean either.
 * @throws if the rule cannot be read. Source: WeChat cloud development, 定时触发器.
 */
export const nextTick = (rule: string): ((after: Date) => Date | null) => {
  if (rule.trim().split(/\s+/).length !== 7) throw new Error(`«${rule}» needs seven fields: second minute hour day month weekday year`)
  const cron = cronOf(rule)
  return (after) => (applies('timer.beijing') && applies('timer.either-day') ? cron : cronOf(rule)).nextRun(after)
}
