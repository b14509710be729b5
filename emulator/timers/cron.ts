import { Cron } from 'croner'

/** Rules of triggers are read in Beijing's time, which has no summer time. */
const BEIJING_MINUTES = 480

/**
 * Seven fields: second minute hour day month weekday year; day and weekday together mean either.
 * @throws if the rule cannot be read. Source: WeChat cloud development, 定时触发器.
 */
export const nextTick = (rule: string): ((after: Date) => Date | null) => {
  if (rule.trim().split(/\s+/).length !== 7) throw new Error(`«${rule}» needs seven fields: second minute hour day month weekday year`)
  const cron = new Cron(rule, { paused: true, utcOffset: BEIJING_MINUTES, mode: '7-part' })
  return (after) => cron.nextRun(after)
}
