import { useMemo, useRef, useState } from 'react'
import { getCertificate } from '../../../../contract/certificate'
import { myCertificates, type MyCertificate } from '../../../../contract/person-account'
import { getSubmission, resubmit, submit, type SubmissionView } from '../../../../contract/submission'
import { listTypes } from '../../../../contract/type'
import { DEVICE_OPERATOR, type CertificateType } from '../../../../domain/certificate/type'
import type { SubmissionKind } from '../../../../domain/submission/submission'
import { checkSubmission } from '../../../../domain/submission/form'
import type { CallFailure } from '../../../platform/call-failure'
import { useToday } from '../../../platform/server-clock'
import { useFormDraft, type OpenFormDraft } from '../../../platform/use-form-draft'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { useSelf } from '../../../platform/use-self'
import type { LoadedCertificate } from '../draft'
import { discardStaged } from '../discard-staged'
import { useUploads, type Uploads, type UploadsWait } from '../use-uploads'
import { formOf, newSubmission, returnedSubmission, submitDraftSchema, withFile, withoutFile, type SubmitDraft } from './submit-draft'
import { submissionFailure } from './wording'

/** What the page is opened for: the renewal of a certificate, something that was returned, or neither: a new certificate. */
export interface SubmitOpening { certificateId: string | null; submissionId: string | null }

/** The card that is renewed, as far as the form says it. */
export interface OldCard { holderName: string; number: string; expiresOn: string | null; longTerm: boolean; devices: string; typeId: string | null }

const devicesWords = (devices: readonly { name: string; code: string }[], count: number): string => {
  const [first] = devices
  if (first === undefined) return ''
  return count > 1 ? `${first.name} ${first.code} 等 ${count} 台` : `${first.name} ${first.code}`
}

interface Asking { old: OldCard | null; person: { name: string } | null | undefined; failure: CallFailure | null; reload: () => Promise<void> }

/** null: it is none of his own. */
const ownIn = (rows: readonly MyCertificate[], certificateId: string | null): MyCertificate['entry'] | null => rows.find(({ entry }) => entry.id === certificateId)?.entry ?? null

/** His own by his record, wherever its devices are; else one that he sees. */
function useOldCard(certificateId: string | null): Asking {
  const mine = useOperation(myCertificates, {})
  const own = mine.data && ownIn(mine.data.rows, certificateId)
  const other = useOperation(getCertificate, certificateId !== null && own === null ? { id: certificateId } : null)
  const loaded = other.data?.certificate
  const old = useMemo(() => (own ? ownCard(own) : otherCard(loaded)), [own, loaded])
  return { old, person: mine.data?.person, ...(mine.failure ? mine : other) }
}

const ownCard = (entry: MyCertificate['entry']): OldCard => ({ ...entry, typeId: null, devices: devicesWords(entry.devices, entry.deviceCount) })
const otherCard = (loaded: LoadedCertificate | undefined): OldCard | null => (loaded === undefined ? null : { ...loaded.form, devices: devicesWords(loaded.devices, loaded.devices.length) })

interface Found { old: OldCard | null; person: { name: string } | null | undefined; returned: Parameters<typeof returnedSubmission>[0] | undefined }

/** What the form starts from; null while it is on its way. */
function useStart({ certificateId, submissionId }: SubmitOpening, { old, person, returned }: Found): { version: number; form: SubmitDraft } | null {
  const known = person !== undefined
  const hasPerson = Boolean(person)
  return useMemo(() => {
    if (submissionId !== null) return returned ? { version: returned.submission.version, form: returnedSubmission(returned) } : null
    if (certificateId !== null) return old && { version: 0, form: newSubmission({ forSelf: false, number: old.number, holderName: old.holderName, ...(old.typeId !== null && { typeId: old.typeId }) }) }
    return known ? { version: 0, form: newSubmission({ forSelf: hasPerson }) } : null
  }, [certificateId, submissionId, old, known, hasPerson, returned])
}

export interface SubmitDesk extends OpenFormDraft<SubmitDraft> {
  draft: NonNullable<OpenFormDraft<SubmitDraft>['draft']>
  isRenewal: boolean
  old: OldCard | null
  person: { name: string } | null
  types: readonly CertificateType[]
  type: CertificateType
  uploads: Uploads
  removeFile: (id: string) => void
  errorOf: (field: keyof SubmitDraft) => string | undefined
  /** What is wrong and belongs to no field; '' when nothing is. */
  trouble: string
  busy: boolean
  /** Why it was returned; '' otherwise. */
  reason: string
  /** Answers its id, or null when it was not handed in. */
  send: () => Promise<string | null>
}

const keyOf = (accountId: string, { certificateId, submissionId }: SubmitOpening): string => `submission-draft:${accountId}:${submissionId ?? certificateId ?? 'new'}`

/** Two commands, of which the one that fits is sent. */
function useSending({ certificateId, submissionId }: SubmitOpening) {
  const first = useCommand(submit)
  const again = useCommand(resubmit)
  const send = (draft: SubmitDraft, version: number) => {
    const asked = { forSelf: draft.forSelf, form: formOf(draft) }
    return submissionId === null ? first.run({ ...asked, certificateId }) : again.run({ ...asked, id: submissionId, version })
  }
  return { send, busy: first.busy || again.busy, failure: first.failure ?? again.failure }
}

type FieldCodes = Readonly<Record<string, string>>
const NOTHING_WRONG: FieldCodes = {}

const fieldsOf = (failure: CallFailure | null): FieldCodes => (failure?.code === 'invalid-input' ? (failure.detail.fields ?? {}) as Record<string, string> : {})

/** Photos as they arrive, put on whatever the draft is by then. */
function useFiles(open: OpenFormDraft<SubmitDraft>) {
  const latest = useRef(open)
  latest.current = open
  const staged = useRef(new Set<string>())
  const uploads = useUploads((file) => {
    const { draft, put } = latest.current
    if (draft === null) return false
    staged.current.add(file.id)
    put(withFile(draft.form, file))
    latest.current = { ...latest.current, draft: { ...draft, form: { ...draft.form, ...withFile(draft.form, file) } } }
    return true
  })
  const removeFile = (id: string) => {
    if (open.draft !== null) open.put(withoutFile(open.draft.form, id))
    if (staged.current.has(id)) discardStaged([id])
  }
  return { uploads, removeFile }
}

const NO_TYPES: readonly CertificateType[] = []

function useTypes(typeId: string | undefined) {
  const listed = useOperation(listTypes, {})
  const types = listed.data?.types ?? NO_TYPES
  return { types, type: types.find(({ id }) => id === typeId) ?? DEVICE_OPERATOR }
}

/** What a renewal is later than. */
const endOf = (card: Asking, returned: SubmissionView | undefined): string | null => card.old?.expiresOn ?? returned?.old?.expiresOn ?? null

interface Judged { draft: SubmitDraft; kind: SubmissionKind; card: Asking; returned: SubmissionView | undefined; type: CertificateType; today: string }

/** By the functions' own rules. */
const wrongWith = ({ draft, kind, card, returned, type, today }: Judged): Readonly<Record<string, string>> => {
  const form = { ...formOf(draft), ...(draft.forSelf && card.person && { holderName: card.person.name }) }
  return checkSubmission(form, { kind, today, type, oldExpiry: endOf(card, returned) })
}

const wholeTrouble = (failure: CallFailure | null, waits: UploadsWait | null): string => {
  if (waits !== null) return submissionFailure(waits)
  return failure === null || failure.code === 'invalid-input' ? '' : submissionFailure(failure.code, failure.detail)
}

const reasonOf = (returned: SubmissionView | undefined): string => (returned?.submission.state === 'returned' ? returned.submission.turns.slice(-1)[0]?.note ?? '' : '')

/** What the form starts from and what is filled in so far. */
function useOpen(opening: SubmitOpening) {
  const { account } = useSelf()
  const asked = useOperation(getSubmission, opening.submissionId === null ? null : { id: opening.submissionId })
  const card = useOldCard(opening.certificateId)
  const stored = useStart(opening, { old: card.old, person: card.person, returned: asked.data })
  const open = useFormDraft({ key: keyOf(account?.id ?? '', opening), schema: submitDraftSchema, stored })
  const isRenewal = opening.certificateId !== null || asked.data?.submission.kind === 'renewal'
  return { open, card, returned: asked.data, kind: isRenewal ? 'renewal' as const : 'new' as const, ...(asked.failure ? asked : card) }
}

/** Hands in what is right, once; the draft goes with it. */
function useHanding(opening: SubmitOpening, { open, waits, own }: { open: OpenFormDraft<SubmitDraft>; waits: UploadsWait | null; own: FieldCodes }) {
  const { send, busy, failure } = useSending(opening)
  const [tried, setTried] = useState(false)
  const hand = async (): Promise<string | null> => {
    setTried(true)
    const { draft } = open
    if (draft === null || waits !== null || Object.keys(own).length > 0) return null
    const sent = await send(draft.form, draft.version)
    if (sent !== null) open.drop()
    return sent?.id ?? null
  }
  const codes: FieldCodes = { ...fieldsOf(failure), ...(tried ? own : NOTHING_WRONG) }
  return { send: hand, busy, codes, trouble: wholeTrouble(failure, tried ? waits : null) }
}

/** The whole submit page (B16): what it starts from, what is wrong, and handing it in once. */
export function useSubmit(opening: SubmitOpening): { desk: SubmitDesk | null; failure: CallFailure | null; reload: () => Promise<void> } {
  const { open, card, returned, kind, failure, reload } = useOpen(opening)
  const today = useToday()
  const { draft } = open
  const { types, type } = useTypes(draft?.form.typeId)
  const files = useFiles(open)
  const own = draft === null ? NOTHING_WRONG : wrongWith({ draft: draft.form, kind, card, returned, type, today })
  const { codes, ...handing } = useHanding(opening, { open, waits: files.uploads.waits, own })
  if (draft === null) return { desk: null, failure, reload }
  const errorOf = (field: keyof SubmitDraft) => (codes[field] === undefined ? undefined : submissionFailure(codes[field]))
  const desk = { ...open, ...files, ...handing, draft, isRenewal: kind === 'renewal', old: card.old, person: card.person ?? null, types, type, errorOf, reason: reasonOf(returned) }
  return { desk, failure, reload }
}
