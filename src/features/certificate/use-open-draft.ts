import { useEffect, useMemo, useState } from 'react'
import { getCertificate } from '../../../contract/certificate'
import { getDevice } from '../../../contract/device'
import type { CallFailure } from '../../platform/call-failure'
import { useOperation } from '../../platform/use-operation'
import { useSelf } from '../../platform/use-self'
import { draftOf, isDirty, newDraft, stagedIds, withCards, type DeviceCard, type Draft, type LoadedCertificate } from './draft'
import { discardStaged } from './discard-staged'
import { changeDraft, draftKey, hasChanges, openDraft, putDraft, readDraft, useDraft, type Opening } from './draft-desk'
import { freshStaged } from './open-attachment'

export interface OpenDraft {
  /** Whose draft it is; '' until that is known. */
  accountId: string
  key: string
  /** `null` while it is on its way. */
  draft: Draft | null
  failure: CallFailure | null
  reload: () => Promise<void>
  /** The certificate as it stands on the server; `null` for a new one. */
  certificate: LoadedCertificate | null
  /** Changes of an earlier visit were found. */
  restored: boolean
  /** Somebody saved it after this draft was begun, and the draft has changes of its own. */
  overtaken: boolean
  change: (change: (draft: Draft) => Draft) => void
  /** Lets the changes go and starts from what the server has. */
  startOver: () => void
}

/** What the form starts from; `null` while it is on its way. */
function freshDraft({ id, deviceId }: Opening, loaded: LoadedCertificate | null, device: DeviceCard | null): Draft | null {
  if (id !== null) return loaded === null ? null : draftOf(loaded)
  if (deviceId === null) return newDraft()
  return device === null ? null : newDraft([device])
}

const certificateAsked = ({ id }: Opening) => (id === null ? null : { id })
const deviceAsked = ({ id, deviceId }: Opening) => (id !== null || deviceId === null ? null : { id: deviceId })

function useFresh({ id, deviceId }: Opening) {
  const certificate = useOperation(getCertificate, certificateAsked({ id, deviceId }))
  const device = useOperation(getDevice, deviceAsked({ id, deviceId }))
  const loaded = certificate.data?.certificate ?? null
  const found = device.data?.device ?? null
  const fresh = useMemo(() => freshDraft({ id, deviceId }, loaded, found), [id, deviceId, loaded, found])
  const asked = id === null ? device : certificate
  return { fresh, loaded, failure: asked.failure, reload: asked.reload }
}

const isOvertaken = (draft: Draft | null, loaded: LoadedCertificate | null): boolean =>
  draft !== null && loaded !== null && isDirty(draft) && (draft.version ?? 0) < loaded.version

/** A found draft remembers links that may have ended: saved files get the certificate's, staged ones are asked for once. */
function useFreshLinks(key: string, restored: boolean, loaded: LoadedCertificate | null) {
  useEffect(() => {
    if (restored && loaded !== null) changeDraft(key, (draft) => withCards(draft, loaded))
  }, [key, restored, loaded])
  useEffect(() => {
    const draft = restored ? readDraft(key) : null
    for (const id of draft === null ? [] : stagedIds(draft)) void freshStaged(id).then((fresh) => changeDraft(key, (each) => withCards(each, { attachments: [fresh] })), () => undefined)
  }, [key, restored])
}

/** Opens the form's draft: the one that was left with changes, else what the server has, else an empty form. */
export function useOpenDraft(opening: Opening): OpenDraft {
  const accountId = useSelf().account?.id ?? ''
  const key = draftKey(accountId, opening)
  const { fresh, loaded, failure, reload } = useFresh(opening)
  const draft = useDraft(key)
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    if (accountId !== '') setRestored(hasChanges(key))
  }, [accountId, key])
  useEffect(() => {
    if (accountId !== '' && fresh !== null) openDraft(key, fresh)
  }, [accountId, key, fresh])

  useFreshLinks(key, restored, loaded)

  return {
    accountId, key, draft, reload, restored, certificate: loaded,
    failure: draft === null ? failure : null,
    overtaken: isOvertaken(draft, loaded),
    change: (change) => void changeDraft(key, change),
    startOver: () => {
      setRestored(false)
      if (draft !== null) discardStaged(stagedIds(draft))
      if (fresh !== null) putDraft(key, fresh)
    },
  }
}
