import type { WordKind } from '../../../domain/dictionary/entry'
import type { DeviceFields } from '../../../domain/device/device'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DeviceDoc } from '../../../cloud/documents'
import type { Transaction } from '../../../cloud/ports'
import { deviceTokens } from '../../../cloud/search-tokens'
import type { Holder, Replacing } from './references'

interface Work { tx: Transaction; caller: SignedIn; now: Date; replacing: Replacing }

const NAMED: Readonly<Record<Exclude<WordKind, 'maintainer'>, keyof DeviceFields>> = { 'device-name': 'name', 'device-type': 'type', unit: 'unit' }

async function partOf(device: DeviceDoc, { kind, fromId, toId, from, to }: Replacing): Promise<Partial<DeviceDoc> | null> {
  if (kind === 'department') return device.departmentId === fromId ? { departmentId: toId, departmentName: to, fields: { ...device.fields, departmentId: toId } } : null
  if (kind === 'maintainer') return device.maintainer === from ? { maintainer: to } : null
  if (device.fields[NAMED[kind]] !== from) return null
  const fields = { ...device.fields, [NAMED[kind]]: to }
  return { fields, tokens: await deviceTokens({ code: device.code, fields }) }
}

/** What certificates copy of it is owed until it is settled, as after any change of a device. */
async function device(id: string, { tx, caller, now, replacing }: Work): Promise<DeviceDoc | null> {
  const before = await tx.get('devices', id)
  const part = before && await partOf(before, replacing)
  if (!before || !part) return null
  const after = { ...before, ...part, copiesOwed: true, version: before.version + 1, updatedBy: caller.accountId, updatedAt: now }
  await tx.set('devices', after)
  return after
}

const replaced = (ids: readonly string[], { fromId, toId }: Replacing): string[] => [...new Set(ids.map((id) => (id === fromId ? toId : id)))]

/** A certificate without devices, under its holder's department. */
async function paper(id: string, { tx, replacing }: Work): Promise<void> {
  const row = await tx.get('certificate_devices', id)
  const certificate = row && await tx.get('certificates', row.certificateId)
  if (!row || row.departmentId !== replacing.fromId) return
  await tx.set('certificate_devices', { ...row, departmentId: replacing.toId, departmentName: replacing.to })
  if (certificate) await tx.change('certificates', certificate._id, { set: { departmentIds: replaced(certificate.departmentIds, replacing) } })
}

async function moved(collection: 'people' | 'accounts', id: string, { tx, replacing }: Work): Promise<void> {
  const doc = await tx.get(collection, id)
  if (doc?.departmentId === replacing.fromId) await tx.change(collection, id, { set: { departmentId: replacing.toId, version: (doc.version ?? 0) + 1 } })
}

async function needs(id: string, { tx, caller, now, replacing }: Work): Promise<void> {
  const doc = await tx.get('holding_needs', id)
  if (!doc) return
  const [by, from, to] = replacing.kind === 'department' ? ['department', replacing.fromId, replacing.toId] as const : ['device-type', replacing.from, replacing.to] as const
  const all = doc.needs.map((need) => (need.by === by && need.of === from ? { ...need, of: to } : need))
  const once = all.filter((need, at) => all.findIndex((each) => JSON.stringify(each) === JSON.stringify(need)) === at)
  await tx.set('holding_needs', { ...doc, needs: once, version: doc.version + 1, updatedBy: caller.accountId, updatedAt: now })
}

async function submission(id: string, { tx, replacing }: Work): Promise<void> {
  const doc = await tx.get('submissions', id)
  if (doc) await tx.change('submissions', id, { set: { departmentIds: replaced(doc.departmentIds, replacing) } })
}

async function child(id: string, { tx, replacing }: Work): Promise<void> {
  const doc = await tx.get('departments', id)
  if (doc?.parentId === replacing.fromId && id !== replacing.toId) await tx.change('departments', id, { set: { parentId: replacing.toId, version: (doc.version ?? 0) + 1 } })
}

async function record(id: string, { tx, replacing }: Work): Promise<void> {
  const doc = await tx.get('device_records', id)
  if (doc?.title === replacing.from) await tx.change('device_records', id, { set: { title: replacing.to } })
}

const REWRITE: Readonly<Record<Exclude<Holder, 'device'>, (id: string, work: Work) => Promise<void>>> = {
  paper, needs, submission, record, department: child, person: (id, work) => moved('people', id, work), account: (id, work) => moved('accounts', id, work),
}

/** Puts the one in the place of the other in each document; one that says something else by now stays. Answers the devices whose copies are owed. */
export async function rewrite({ of, ids }: { of: Holder; ids: readonly string[] }, work: Work): Promise<DeviceDoc[]> {
  const devices: DeviceDoc[] = []
  for (const id of ids) {
    const changed = of === 'device' ? await device(id, work) : await REWRITE[of](id, work)
    if (changed) devices.push(changed)
  }
  return devices
}
