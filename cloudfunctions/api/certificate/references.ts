import type { CertificateForm } from '../../../domain/certificate/certificate'
import { DEVICE_OPERATOR, type CertificateType } from '../../../domain/certificate/type'
import { may } from '../../../domain/account/permissions'
import { fail } from '../../../domain/kernel/failure'
import type { SignedIn } from '../../../cloud/gate/visitor'
import type { DocumentStore } from '../../../cloud/ports'
import { accountsByIds } from '../../../cloud/repositories/accounts'
import { typeById } from '../../../cloud/repositories/rules'
import { sameNumber, type CertificateDoc } from '../../../cloud/repositories/certificates'
import { devicesByIds, type DeviceDoc } from '../../../cloud/repositories/devices'
import { deviceSubject } from '../device/subject'

type Before = Pick<CertificateDoc, '_id' | 'typeId' | 'deviceIds' | 'number'> | null

/**
 * The form's devices, in its order: those the caller may see, and those that are on the certificate already (a shared one may name devices of
 * other departments). Failure: `device.not-found` {ids}.
 */
export async function devicesOf(store: DocumentStore, deviceIds: readonly string[], { caller, before }: { caller: SignedIn; before: Before }): Promise<DeviceDoc[]> {
  const found = await devicesByIds(store, caller.institutionId, deviceIds)
  const usable = found.filter((device) => before?.deviceIds.includes(device._id) || may(caller, 'device.read', deviceSubject(device)).allowed)
  const byId = new Map(usable.map((device) => [device._id, device]))
  const missing = deviceIds.filter((id) => !byId.has(id))
  if (missing.length > 0) fail('device.not-found', { ids: missing })
  return deviceIds.flatMap((id) => byId.get(id) ?? [])
}

/** What the form's type demands; one that is switched off stays with the certificates that have it (B32). Failure: `invalid-input` {typeId}. */
export async function typeFor(store: DocumentStore, typeId: string, { caller, before }: { caller: SignedIn; before: Before }): Promise<CertificateType> {
  const type = await typeById(store, caller.institutionId, typeId)
  if (type && (type.active || before?.typeId === typeId)) return type
  if (before?.typeId === typeId) return DEVICE_OPERATOR
  return fail('invalid-input', { fields: { typeId: 'certificate.type-unknown' } })
}

/** Any account of the institution may be told (S40). Failure: `account.not-found` {ids}. */
export async function checkRecipients(store: DocumentStore, institutionId: string, { recipientIds }: Pick<CertificateForm, 'recipientIds'>): Promise<void> {
  const known = new Set((await accountsByIds(store, institutionId, recipientIds)).map(({ _id }) => _id))
  const missing = recipientIds.filter((id) => !known.has(id))
  if (missing.length > 0) fail('account.not-found', { ids: missing })
}

interface Numbered { institutionId: string; number: string; typeId: string; before: Before }

/** The same 证件号 twice is one certificate entered twice (B33); one that was revoked does not count. Failure: `certificate.number-taken` {id}. */
export async function checkNumber(store: DocumentStore, { institutionId, number, typeId, before }: Numbered): Promise<void> {
  if (before?.number === number && before.typeId === typeId) return
  const others = await sameNumber(store, institutionId, number)
  const taken = others.find((other) => other._id !== before?._id && other.typeId === typeId && other.handling?.kind !== 'revoked')
  if (taken) fail('certificate.number-taken', { id: taken._id })
}
