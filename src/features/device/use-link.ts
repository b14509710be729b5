import { useState } from 'react'
import { getCertificate, saveCertificate, type CertificateEntry } from '../../../contract/certificate'
import { call } from '../../platform/call'
import { asFailure, type CallFailure } from '../../platform/call-failure'
import { useCommand } from '../../platform/use-operation'

export type Proposal = Pick<CertificateEntry, 'id' | 'number' | 'holderName' | 'title'>

export interface Linking {
  link: (certificate: Proposal) => Promise<void>
  unlink: (certificate: Proposal) => Promise<void>
  /** Linked just now, to be taken back. */
  linked: readonly Proposal[]
  busy: boolean
  failure: CallFailure | null
}

/**
 * Links certificates to one device, each by an ordinary save of its newest version, so that it is checked, audited and planned like any other.
 * `onSaved`: the device's own list is another one now.
 */
export function useLink(deviceId: string, onSaved: () => void): Linking {
  const { run, busy, failure } = useCommand(saveCertificate)
  const [linked, setLinked] = useState<readonly Proposal[]>([])
  const [reading, setReading] = useState(false)
  const [unread, setUnread] = useState<CallFailure | null>(null)

  const saved = async (id: string, change: (deviceIds: readonly string[]) => string[]): Promise<boolean> => {
    const { version, form } = (await call(getCertificate, { id })).certificate
    const done = await run({ id, version, form: { ...form, deviceIds: change(form.deviceIds) } })
    if (done !== null) onSaved()
    return done !== null
  }
  const change = async (id: string, deviceIds: (before: readonly string[]) => string[]): Promise<boolean> => {
    if (reading) return false
    setReading(true)
    setUnread(null)
    try {
      return await saved(id, deviceIds)
    } catch (thrown) {
      setUnread(asFailure(thrown))
      return false
    } finally {
      setReading(false)
    }
  }

  return {
    linked, busy: busy || reading, failure: unread ?? failure,
    async link(certificate) {
      const done = await change(certificate.id, (before) => [...new Set([...before, deviceId])])
      if (done) setLinked((now) => [...now, certificate])
    },
    async unlink(certificate) {
      const done = await change(certificate.id, (before) => before.filter((id) => id !== deviceId))
      if (done) setLinked((now) => now.filter(({ id }) => id !== certificate.id))
    },
  }
}
