import { institutionOfDoorCall } from '../../cloud/gate-between-doors'
import { deliver, type DeliverReport } from './deliver'
import type { DeliverPorts } from './deliver-ports'
import type { Ports } from '../../cloud/ports'

/** Its providers are the institution's own. */
export type DoorPorts = Omit<DeliverPorts, 'providers'> & Pick<Ports, 'lines'>

export type DeliverReply = { ok: true; data: DeliverReport } | { ok: false; code: 'deliver.not-signed' }

/** Lets only `remind` in, by its signature. Others are refused before anything is asked of the database. */
export async function openToRemind(event: unknown, ports: DoorPorts): Promise<DeliverReply> {
  const institutionId = institutionOfDoorCall(ports.secrets, event, ports.clock.now())
  if (institutionId === null) return { ok: false, code: 'deliver.not-signed' }
  const { providers } = await ports.lines.of(institutionId)
  return { ok: true, data: await deliver(institutionId, { ...ports, providers }) }
}
