import { holdingRates, type Share } from '../../../contract/statistics'
import { seesWholeInstitution } from '../../../domain/account/role'
import { groupedStandings, holdingOf, holdingRate, type Grouping, type Standing } from '../../../domain/statistics/holding'
import { reads } from '../../../cloud/gate/verb'
import { countUnlinked } from '../../../cloud/repositories/statistics'
import { findStandings, type Found } from './facts'

export function shareOf(key: string, name: string, standings: readonly Standing[]): Share {
  const lists = holdingOf(standings)
  return { key, name, rate: holdingRate(lists), holding: lists.holding.length, lacking: lists.lacking.length, away: lists.away.length }
}

/** The lowest percentage first: that is where something is to be done. */
const byRate = (a: Share, b: Share): number => (a.rate ?? 1001) - (b.rate ?? 1001) || b.lacking - a.lacking || a.name.localeCompare(b.name, 'zh-CN')

/** Percentages of one grouping, the lowest first. */
export function sharesBy(grouping: Grouping, { standings, departments, types }: Found): Share[] {
  const names: Readonly<Record<Grouping, (key: string) => string | undefined>> = { department: (key) => departments.get(key), 'device-type': (key) => key, type: (key) => types.get(key) }
  return [...groupedStandings(standings, grouping)].map(([key, group]) => shareOf(key, names[grouping](key) ?? key, group)).sort(byRate)
}

/** 持证率 by 科室, 设备类型 and 证件类型 (B31). */
export const holding = reads(holdingRates, async (asked, caller, scene) => {
  const [found, unlinked] = await Promise.all([
    findStandings(asked, caller, scene),
    seesWholeInstitution(caller.role) ? countUnlinked(scene.store, caller.institutionId, scene.today) : 0,
  ])
  return {
    on: found.on, today: scene.today, needs: found.needs, unlinked, all: shareOf('', '', found.standings),
    department: sharesBy('department', found), deviceType: sharesBy('device-type', found), type: sharesBy('type', found),
  }
})
