import { useEffect, useState } from 'react'
import { saveCertificate } from '../../../contract/certificate'
import type { CertificateForm } from '../../../domain/certificate/certificate'
import { checkForm, tidyForm } from '../../../domain/certificate/form'
import type { CertificateType } from '../../../domain/certificate/type'
import { useToday } from '../../platform/server-clock'
import { useCommand } from '../../platform/use-operation'
import { changedFields, fieldsOfFailure, shownFields } from './change-form'
import { dropDraft } from './draft-desk'
import type { Draft } from './draft'
import type { OpenDraft } from './use-open-draft'
import type { UploadsWait } from './use-uploads'

export type FieldCodes = Readonly<Record<string, string>>

export interface Save {
  /** Field → code, of the fields somebody touched and, after the first try, of all. */
  codes: FieldCodes
  /** Answers the certificate's id, or `null` when it was not saved. */
  save: () => Promise<string | null>
  busy: boolean
  /** What is wrong with the save as a whole; `null` when it is said at the fields. */
  failure: { code: string; message: string; detail: Readonly<Record<string, unknown>> } | null
  /** The certificate that has this 证件号 already. */
  takenBy: string | null
}

const only = (codes: FieldCodes, fields: readonly string[]): FieldCodes =>
  Object.fromEntries(Object.entries(codes).filter(([field]) => fields.includes(field)))

/** What the server said of a field is true until that field is changed. */
const stillTrue = (codes: FieldCodes, asked: CertificateForm, now: CertificateForm): FieldCodes => {
  const changed: readonly string[] = changedFields(asked, now)
  return Object.fromEntries(Object.entries(codes).filter(([field]) => !changed.includes(field)))
}

interface Shown {
  draft: Draft | null
  tried: boolean
  waits: UploadsWait | null
  /** The last refusal and the form that was refused. */
  refused: FieldCodes
  asked: CertificateForm | null
}

/** All that is wrong with the fields after the first try; before it, only what was touched (S31). */
function codesOf({ draft, tried, waits, refused, asked }: Shown, own: FieldCodes): FieldCodes {
  if (draft === null) return {}
  const told = tried ? own : only(own, changedFields(draft.base, draft.form))
  const files: FieldCodes = tried && waits !== null ? { attachmentIds: waits } : {}
  const theirs = asked === null ? {} : stillTrue(refused, asked, draft.form)
  return shownFields({ ...theirs, ...told, ...files })
}

const NOTHING: FieldCodes = {}

const takenBy = (failure: Save['failure']): string | null =>
  failure?.code === 'certificate.number-taken' && typeof failure.detail.id === 'string' ? failure.detail.id : null

/** Checks with the server's own rules, saves once, keeps the draft when it fails and drops it when it is saved. */
export function useSave({ key, draft, reload }: OpenDraft, { waits, type }: { waits: UploadsWait | null; type: CertificateType }): Save {
  const today = useToday()
  const { run, busy, failure } = useCommand(saveCertificate)
  const [asked, setAsked] = useState<CertificateForm | null>(null)
  const [tried, setTried] = useState(false)
  const overtaken = failure?.code === 'certificate.changed-meanwhile'
  useEffect(() => {
    if (overtaken) void reload()
  }, [overtaken, failure, reload])

  const refused = failure === null ? null : fieldsOfFailure(failure)
  const own = draft === null ? NOTHING : checkForm(draft.form, { today, type })
  const save = async (): Promise<string | null> => {
    setTried(true)
    if (draft === null || waits !== null || Object.keys(own).length > 0) return null
    setAsked(draft.form)
    const saved = await run({ id: draft.id, version: draft.version, form: tidyForm(draft.form) })
    if (saved === null) return null
    dropDraft(key)
    return saved.id
  }
  return {
    codes: codesOf({ draft, tried, waits, refused: refused ?? NOTHING, asked }, own),
    save, busy,
    failure: overtaken || refused !== null ? null : failure,
    takenBy: takenBy(failure),
  }
}
