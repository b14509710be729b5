import { onDuty, type OnDuty } from '../../../domain/person/on-duty'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import type { DocumentStore } from '../../../cloud/ports'
import { peopleByIds, type PersonDoc } from '../../../cloud/repositories/people'
import type { papersOfDevices } from '../../../cloud/repositories/devices'
import { holdersOn } from './row'

type Paper = Awaited<ReturnType<typeof papersOfDevices>>[number]
type People = ReadonlyMap<string, Pick<PersonDoc, 'presence' | 'employment'>>

/** The records of everybody whom these certificates belong to. */
export async function peopleOf(store: DocumentStore, institutionId: string, papers: readonly Paper[]): Promise<People> {
  const ids = [...new Set(papers.flatMap(({ personId }) => personId ?? []))]
  return new Map((await peopleByIds(store, institutionId, ids)).map((person) => [person._id, person]))
}

/** Who may operate the device on this day, of those who are here now (B4, B35). */
export const onDutyFor = (papers: readonly Paper[], { deviceId, on, people }: { deviceId: string; on: CivilDay; people: People }): OnDuty<Paper> =>
  onDuty(holdersOn(papers, deviceId, on), ({ personId }) => (personId === null ? null : people.get(personId) ?? null))
