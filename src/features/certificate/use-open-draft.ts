import { useEffect, useState } from 'react'
import type { CallFailure } from '../../platform/call-failure'
import { useSelf } from '../../platform/use-self'
import { isDirty, stagedIds, withCards, type Draft, type LoadedCertificate } from './draft'
import { discardStaged } from './discard-staged'
import { changeDraft, draftKey, hasChanges, openDraft, putDraft, readDraft, useDraft, type Opening } from './draft-desk'
import { freshStaged } from './open-attachment'
import { useFreshDraft } from './use-fresh-draft'

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
  const { fresh, loaded, failure, reload } = useFreshDraft(opening)
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
