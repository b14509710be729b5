import { useMemo } from 'react'
import { getCertificate } from '../../../contract/certificate'
import { getDevice } from '../../../contract/device'
import { listTypes } from '../../../contract/type'
import { DEVICE_OPERATOR, type CertificateType } from '../../../domain/certificate/type'
import type { CallFailure } from '../../platform/call-failure'
import { useOperation } from '../../platform/use-operation'
import { newDraftOf } from './choose-type'
import { draftOf, newDraft, type DeviceCard, type Draft, type LoadedCertificate } from './draft'
import type { Opening } from './draft-desk'

type Start = { from: 'certificate' | 'type'; id: string } | { from: 'device'; id: string; typeId: string | null } | { from: 'nothing' }

/** What the form starts from: a certificate before a device, which may be for a type, before a type. */
function startOf({ id, deviceId, typeId = null }: Opening): Start {
  if (id !== null) return { from: 'certificate', id }
  if (deviceId !== null) return { from: 'device', id: deviceId, typeId }
  return typeId === null ? { from: 'nothing' } : { from: 'type', id: typeId }
}

const idFrom = (start: Start, from: Start['from']): { id: string } | null => (start.from === from && 'id' in start ? { id: start.id } : null)

/** A type that is not there or not in use (any more) leaves the guide's. */
const typeIn = (types: readonly CertificateType[], id: string): CertificateType => types.find((type) => type.id === id && type.active) ?? DEVICE_OPERATOR

const ofType = (start: Start): boolean => start.from === 'type' || (start.from === 'device' && start.typeId !== null)

interface Found { loaded: LoadedCertificate | null; device: DeviceCard | null; types: readonly CertificateType[] | null }

const forDevice = (typeId: string | null, device: DeviceCard, types: Found['types']): Draft | null =>
  (typeId === null ? newDraft([device]) : types && newDraftOf(typeIn(types, typeId), [device]))

/** `null` while what it starts from is on its way. */
function freshDraft(start: Start, { loaded, device, types }: Found): Draft | null {
  if (start.from === 'certificate') return loaded && draftOf(loaded)
  if (start.from === 'device') return device && forDevice(start.typeId, device, types)
  if (start.from === 'type') return types && newDraftOf(typeIn(types, start.id))
  return newDraft()
}

interface Fresh {
  fresh: Draft | null
  /** The certificate as it stands on the server; `null` for a new one. */
  loaded: LoadedCertificate | null
  failure: CallFailure | null
  reload: () => Promise<void>
}

/** What the form starts from when nothing was left behind. */
export function useFreshDraft({ id, deviceId, typeId }: Opening): Fresh {
  const start = useMemo(() => startOf({ id, deviceId, typeId }), [id, deviceId, typeId])
  const certificate = useOperation(getCertificate, idFrom(start, 'certificate'))
  const device = useOperation(getDevice, idFrom(start, 'device'))
  const listed = useOperation(listTypes, ofType(start) ? {} : null)
  const loaded = certificate.data?.certificate ?? null
  const found = device.data?.device ?? null
  const types = listed.data?.types ?? null
  const fresh = useMemo(() => freshDraft(start, { loaded, device: found, types }), [start, loaded, found, types])
  const { failure, reload } = { certificate, device, type: listed, nothing: device }[start.from]
  return { fresh, loaded, failure, reload }
}
