import { isValidOn, type ValidityFacts } from '../certificate/validity'
import { withDescendants } from '../institution/department'
import type { CivilDay } from '../kernel/civil-day'
import type { Presence } from '../person/person'

/**
 * Who needs what (B31): everybody of a 科室 and what is below it, or everybody of a 科室 that has a device of a 设备类型, needs a
 * certificate of a type. `of`: the department's id, or the 设备类型.
 */
export interface Need { by: 'department' | 'device-type'; of: string; typeId: string }

/** A person as he was on the day. */
export interface Staff { id: string; departmentId: string; presence: Presence }
/** A certificate or a former cycle of one, as it was on the day; `deviceTypes`: of the devices that it names. */
export interface Paper extends ValidityFacts { personId: string | null; typeId: string; deviceTypes: readonly string[] }

export interface HoldingFacts {
  needs: readonly Need[]
  people: readonly Staff[]
  departments: ReadonlyArray<{ id: string; parentId: string | null }>
  /** 设备类型 of the devices in use, by department. */
  deviceTypes: ReadonlyMap<string, ReadonlySet<string>>
}

/** One thing that somebody needs; `deviceType` null: a certificate of the type is enough, whatever device it names. */
export interface Duty { typeId: string; deviceType: string | null; held: boolean }
/** Who needs something on the day. `away`: 暂离, who is told apart and counts in no percentage. */
export interface Standing { personId: string; departmentId: string; away: boolean; duties: Duty[] }

/** What is asked of somebody. */
export type Asked = Omit<Duty, 'held'>
/** Whether a person holds what is asked on the day. */
export type Holds = (personId: string, asked: Asked) => boolean

/** What each department asks of its people, each thing once. */
function dutiesByDepartment({ needs, departments, deviceTypes }: HoldingFacts): Map<string, Asked[]> {
  const byDepartment = new Map<string, Map<string, Asked>>()
  const ask = (departmentId: string, asked: Asked): void => {
    const present = byDepartment.get(departmentId) ?? new Map<string, Asked>()
    byDepartment.set(departmentId, present.set(JSON.stringify([asked.typeId, asked.deviceType]), asked))
  }
  for (const { by, of, typeId } of needs) {
    if (by === 'department') withDescendants(departments, [of]).forEach((id) => ask(id, { typeId, deviceType: null }))
    else [...deviceTypes].filter(([, types]) => types.has(of)).forEach(([id]) => ask(id, { typeId, deviceType: of }))
  }
  return new Map([...byDepartment].map(([id, duties]) => [id, [...duties.values()]]))
}

const meets = ({ typeId, deviceType }: Asked, paper: Paper): boolean =>
  paper.typeId === typeId && (deviceType === null || paper.deviceTypes.includes(deviceType))

/** What is held by papers that are valid on this day (S34); a paper that is nobody's is held by nobody. */
export function holdsBy(papers: readonly Paper[], day: CivilDay): Holds {
  const valid = new Map<string, Paper[]>()
  for (const paper of papers) {
    if (paper.personId === null || !isValidOn(paper, day)) continue
    const own = valid.get(paper.personId)
    if (own) own.push(paper)
    else valid.set(paper.personId, [paper])
  }
  return (personId, asked) => (valid.get(personId) ?? []).some((paper) => meets(asked, paper))
}

/** Who needs something on the day, and what. */
export interface Needing { person: Staff; asked: readonly Asked[] }

/** Everybody who needs something. 离职 and who needs nothing are left out. */
export function needingOf(facts: HoldingFacts): Needing[] {
  const duties = dutiesByDepartment(facts)
  return facts.people.flatMap((person) => {
    const asked = duties.get(person.departmentId)
    return person.presence === 'left' || asked === undefined ? [] : [{ person, asked }]
  })
}

/** Everybody who needs something, with what he holds (B31). */
export const standingsOf = (needing: readonly Needing[], holds: Holds): Standing[] => needing.map(({ person, asked }) => ({
  personId: person.id, departmentId: person.departmentId, away: person.presence === 'away', duties: asked.map((one) => ({ ...one, held: holds(person.id, one) })),
}))

/** The lists behind one percentage: who holds every valid type he needs, who lacks one, and who is 暂离. */
export interface Holding<P = string> { holding: P[]; lacking: P[]; away: P[] }

const HOLDS_ALL = (duties: readonly Duty[]): boolean => duties.every(({ held }) => held)

export function holdingOf(standings: readonly Standing[]): Holding<Standing> {
  const present = standings.filter(({ away }) => !away)
  return {
    holding: present.filter(({ duties }) => HOLDS_ALL(duties)),
    lacking: present.filter(({ duties }) => !HOLDS_ALL(duties)),
    away: standings.filter(({ away }) => away),
  }
}

/** 持证率 in tenths of a percent, rounded down: 1000 only when everybody holds. null: nobody needs anything. */
export function holdingRate({ holding, lacking }: { holding: readonly unknown[]; lacking: readonly unknown[] }): number | null {
  const needing = holding.length + lacking.length
  return needing === 0 ? null : Math.floor((holding.length * 1000) / needing)
}

export const GROUPINGS = ['department', 'device-type', 'type'] as const
export type Grouping = (typeof GROUPINGS)[number]

const KEYS: Readonly<Record<Exclude<Grouping, 'department'>, (duty: Duty) => string | null>> = {
  'device-type': ({ deviceType }) => deviceType,
  type: ({ typeId }) => typeId,
}

/** Standings by 科室, 设备类型 or 证件类型; within a group only what it is about is asked of a person. */
export function groupedStandings(standings: readonly Standing[], grouping: Grouping): Map<string, Standing[]> {
  const groups = new Map<string, Standing[]>()
  const put = (key: string, standing: Standing): void => {
    const group = groups.get(key)
    if (group) group.push(standing)
    else groups.set(key, [standing])
  }
  for (const standing of standings) {
    if (grouping === 'department') put(standing.departmentId, standing)
    else {
      const keyOf = KEYS[grouping]
      const keys = new Set(standing.duties.flatMap((duty) => keyOf(duty) ?? []))
      keys.forEach((key) => put(key, { ...standing, duties: standing.duties.filter((duty) => keyOf(duty) === key) }))
    }
  }
  return groups
}
