import { fail } from '../../../domain/kernel/failure'
import { mustDo, mustSee } from '../../../cloud/gate/permission'
import type { AuditNote, Result, Work } from '../../../cloud/gate/verb'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore, Transaction } from '../../../cloud/ports'
import { settleCopies } from '../../../cloud/repositories/device-copies'
import { keepWordsOf } from '../../../cloud/repositories/dictionary'
import type { DeviceDoc } from '../../../cloud/repositories/devices'
import { accountsByIds } from '../../../cloud/repositories/accounts'
import { deviceSubject } from './subject'

interface Asked { id: string; version: number }

/** The very version that will be written. Failures: `not-found`, `forbidden`, `device.changed-meanwhile` {by, at, version}. */
export async function writableDevice({ tx, store }: { tx: Transaction; store: DocumentStore }, { id, version }: Asked, caller: SignedIn): Promise<DeviceDoc> {
  const device = mustSee(await tx.get('devices', id), deviceSubject, { caller, action: 'device.read' })
  mustDo(deviceSubject(device), { caller, action: 'device.write' })
  if (device.version === version) return device
  const [editor] = await accountsByIds(store, caller.institutionId, [device.updatedBy])
  return fail('device.changed-meanwhile', { by: editor?.name ?? '', at: device.updatedAt.toISOString(), version: device.version })
}

interface Changed { before: DeviceDoc; part: Partial<DeviceDoc>; audit: Omit<AuditNote, 'subject'> }

/** Writes the next version; what certificates copy of it is owed until it is settled, at once or by the sweep. */
export async function writeDevice(work: Work<unknown>, caller: SignedIn, { before, part, audit }: Changed): Promise<Result<{ version: number }>> {
  const device: DeviceDoc = { ...before, ...part, copiesOwed: true, version: before.version + 1, updatedBy: caller.accountId, updatedAt: work.now }
  await work.tx.set('devices', device)
  return {
    output: { version: device.version },
    audit: [{ subject: device._id, ...audit }],
    afterwards: async () => {
      await settleCopies(work.store, device, work.now)
      await keepWordsOf(work, caller, [device])
    },
  }
}
