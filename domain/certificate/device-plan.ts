import { addDays, addMonths, isCivilDay, type CivilDay } from '../kernel/civil-day'
import type { PlanMenu } from './type-menu'

/** Months of 周期. */
export const PLAN_CYCLE = { from: 1, to: 120 } as const

export const isCycle = (months: number | undefined): months is number =>
  months !== undefined && Number.isInteger(months) && months >= PLAN_CYCLE.from && months <= PLAN_CYCLE.to

/**
 * 下次到期 as the form proposes it: upkeep is due a cycle after the last one; a 检定 or 校准 is valid through the day before, as its paper says.
 * `null` where there is nothing to reckon from.
 */
export function nextDue(menu: PlanMenu, last: CivilDay | null, months: number | undefined): CivilDay | null {
  if (last === null || !isCivilDay(last) || !isCycle(months)) return null
  const round = addMonths(last, months)
  return menu === 'device-metrology' ? addDays(round, -1) : round
}
