import { institutionOfDoorCall } from '../../cloud/gate-between-doors'
import { deliver, type DeliverReport } from './deliver'
import type { DeliverPorts } from './deliver-ports'

export type DeliverReply = { ok: true; data: DeliverReport } | { ok: false; code: 'deliver.not-signed' }

/** Lets only `remind` in, by its signature. Others are refused before anything is asked of the database. */
export async function openToRemind(event: unknown, ports: DeliverPorts): Promise<DeliverReply> {
  const institutionId = institutionOfDoorCall(ports.secrets, event, ports.clock.now())
  if (institutionId === null) return { ok: false, code: 'deliver.not-signed' }
  return { ok: true, data: await deliver(institutionId, ports) }
}
