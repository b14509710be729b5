import { holdingPeople, type Who } from '../../../contract/statistics'
import { groupedStandings, holdingOf, type Standing } from '../../../domain/statistics/holding'
import { reads } from '../../../cloud/gate/verb'
import { dutyWords, findStandings, type Found } from './facts'

/** A person with what he lacks, in words. */
export function whoOf({ personId, departmentId, duties }: Standing, { people, departments, types }: Found): Who {
  const person = people.get(personId)
  return {
    id: personId, name: person?.name ?? '', staffNumber: person?.staffNumber ?? '', department: departments.get(departmentId) ?? '',
    lacks: duties.filter(({ held }) => !held).map((duty) => dutyWords(duty, types)),
  }
}

/** The names behind one percentage (B31). */
export const people = reads(holdingPeople, async ({ grouping, key, ...asked }, caller, scene) => {
  const found = await findStandings(asked, caller, scene)
  const group = grouping === null ? found.standings : groupedStandings(found.standings, grouping).get(key) ?? []
  const { holding, lacking, away } = holdingOf(group)
  const listed = (standings: readonly Standing[]): Who[] => standings.map((standing) => whoOf(standing, found))
  return { holding: listed(holding), lacking: listed(lacking), away: listed(away) }
})
