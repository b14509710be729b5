import { dayOf, type CivilDay } from '../../../domain/kernel/civil-day'
import type { DocumentStore } from '../../../cloud/ports'
import { cyclesOfMany } from '../../../cloud/repositories/certificates-past'
import { papersOfDevices, type DeviceDoc } from '../../../cloud/repositories/devices'

export type Paper = Awaited<ReturnType<typeof papersOfDevices>>[number]

/** As it stood then: a handling that came later does not count yet. */
export const before = <H extends { at: Date }, P extends { handling: H | null }>(paper: P, on: CivilDay): P => (paper.handling && dayOf(paper.handling.at) > on ? { ...paper, handling: null } : paper)

/** Certificates as of a day: for a past one with their former cycles; which devices one names is known for now only. */
export async function papersOn(store: DocumentStore, devices: readonly DeviceDoc[], { institutionId, on, today }: { institutionId: string; on: CivilDay; today: CivilDay }): Promise<Paper[]> {
  const papers = await papersOfDevices(store, institutionId, devices.map(({ _id }) => _id))
  if (on >= today) return papers
  const byId = new Map(papers.map((paper) => [paper._id, paper]))
  const cycles = await cyclesOfMany(store, institutionId, [...byId.keys()])
  const former = cycles.flatMap(({ certificateId, issuedOn, validFrom, expiresOn, longTerm }) => {
    const paper = byId.get(certificateId)
    return paper ? [{ ...paper, issuedOn, validFrom, expiresOn, longTerm, handling: null }] : []
  })
  return [...papers.map((paper) => before(paper, on)), ...former]
}
