import { useState } from 'react'
import type { AccountSelf } from '../../../../contract/account'
import type { AttachmentView } from '../../../../contract/attachment'
import { handleCertificate, transferCertificate } from '../../../../contract/certificate'
import type { HandlingKind } from '../../../../domain/certificate/handling'
import type { CallFailure } from '../../../platform/call-failure'
import { useCommand } from '../../../platform/use-operation'
import { discardStaged } from '../discard-staged'
import type { LoadedCertificate } from '../draft'
import { checkHandling, choose, emptyHandling, handlingField, handlingOptions, proposedUntil, requestOf, untilRange, type HandlingContext, type HandlingDraft, type HandlingOption, type HandlingWay, type WayFacts } from '../handling-options'
import { useUploads, type UploadsWait } from '../use-uploads'
import { changedWords, fieldWords, handlingFailureWords, isFieldCode } from '../wording'

export interface HandlingCase {
  certificate: LoadedCertificate
  account: AccountSelf
  today: string
  /** Came by 换证, not by 处理. */
  renews?: boolean
}

const contextOf = ({ certificate, account, today }: HandlingCase): HandlingContext => ({
  // Departments are the server's to judge: what it allows on this very certificate stands beside.
  caller: { accountId: account.id, institutionId: account.institution.id, role: account.role, departmentIds: [], name: account.name },
  today, mayWrite: certificate.mayWrite, mayHandle: certificate.mayHandle, mayNote: certificate.mayNote,
})

const factsOf = ({ form, handling, cycle }: LoadedCertificate): WayFacts =>
  ({ expiresOn: form.expiresOn, longTerm: form.longTerm, handling, cycle, recipientIds: form.recipientIds })

interface Trouble {
  code: string
  detail: Readonly<Record<string, unknown>>
  message?: string
}

const wordsOf = ({ code, detail, message = '' }: Trouble): string => {
  if (code === 'certificate.changed-meanwhile') return `${changedWords(String(detail.by), String(detail.at))}已换成最新的，请核对后再确定。`
  return handlingFailureWords(code, detail) ?? (isFieldCode(code) ? fieldWords(code) : message)
}

/** `invalid-input` names its fields; any other refusal is itself about one field or about the whole. */
const troubleOf = (failure: CallFailure | null): Trouble | null => {
  const [code] = Object.values(failure?.code === 'invalid-input' ? (failure.detail.fields ?? {}) as Record<string, string> : {})
  return code === undefined ? failure : { code, detail: {} }
}

/** The renewal that goes along with 已换证. */
const renewalOf = (draft: HandlingDraft, files: readonly AttachmentView[]) => draft.kind !== 'renewed' ? null : {
  number: draft.number, issuedOn: draft.issuedOn, expiresOn: draft.longTerm ? null : draft.expiresOn, longTerm: draft.longTerm,
  attachmentIds: files.map(({ id }) => id),
}

function useFiles() {
  const [files, setFiles] = useState<readonly AttachmentView[]>([])
  const uploads = useUploads((file) => {
    setFiles((all) => [...all, file])
    return true
  })
  const removeFile = (id: string) => {
    discardStaged([id])
    setFiles((all) => all.filter((file) => file.id !== id))
  }
  return { files, uploads, removeFile }
}

/** Sends what was filled in, by the operation that fits. `null`: not done, the failure says why. */
function useSending({ id, version }: LoadedCertificate) {
  const handling = useCommand(handleCertificate)
  const transfer = useCommand(transferCertificate)
  const send = (draft: HandlingDraft, kind: HandlingWay, files: readonly AttachmentView[]) => {
    if (kind === 'transferred') return transfer.run({ id, version, accountId: draft.to?.id ?? '', note: draft.note })
    const { note, reference, until } = requestOf(draft, kind)
    return handling.run({ id, version, kind, note, reference, until, renewal: renewalOf(draft, files) })
  }
  const clear = () => {
    handling.clear()
    transfer.clear()
  }
  return { send, clear, busy: handling.busy || transfer.busy, failure: handling.failure ?? transfer.failure }
}

/** 已换证 is chosen already for who came to renew, where it is his to choose. */
const begun = ({ certificate, renews }: HandlingCase, options: readonly HandlingOption[]): HandlingDraft => {
  const empty = emptyHandling(certificate.form.number)
  return renews && options.some(({ kind, allowed }) => kind === 'renewed' && allowed) ? choose(empty, 'renewed', null) : empty
}

/** One handling of one certificate: what may be chosen, what is wrong, and doing it once (B1, B30). */
export function useHandling(about: HandlingCase, done: { handled: (way: HandlingWay) => void; overtaken: () => void }) {
  const context = contextOf(about)
  const facts = factsOf(about.certificate)
  const [draft, setDraft] = useState(() => begun(about, handlingOptions(facts, context)))
  const [tried, setTried] = useState(false)
  const filed = useFiles()
  const { send, busy, failure, clear } = useSending(about.certificate)
  const trouble = (tried ? checkHandling(facts, draft, context) : null) ?? troubleOf(failure)
  /** Only 已换证 takes files. */
  const waits = draft.kind === 'renewed' ? filed.uploads.waits : null

  const set = (change: Partial<HandlingDraft>) => {
    clear()
    setDraft((before) => ({ ...before, ...change }))
  }
  const submit = async () => {
    setTried(true)
    if (draft.kind === null || waits !== null || checkHandling(facts, draft, context) !== null) return
    const result = await send(draft, draft.kind, filed.files)
    if (result === null) done.overtaken()
    else done.handled(draft.kind)
  }
  return {
    draft, set, busy, submit, ...filed,
    options: handlingOptions(facts, context),
    pick: (kind: HandlingWay) => {
      setTried(false)
      clear()
      setDraft((before) => choose(before, kind, proposedUntil(facts, kind, context)))
    },
    range: (kind: HandlingKind) => untilRange(facts, kind, context),
    errorOf: (field: keyof HandlingDraft) => (trouble !== null && handlingField(trouble.code) === field ? wordsOf(trouble) : undefined),
    trouble: wholeTrouble(trouble, tried ? waits : null),
  }
}

/** What is wrong and belongs to no field of the sheet. */
function wholeTrouble(trouble: Trouble | null, waits: UploadsWait | null): string {
  if (waits !== null) return fieldWords(waits)
  return trouble === null || handlingField(trouble.code) !== null || trouble.code === 'handling.kind-missing' ? '' : wordsOf(trouble)
}

export type HandlingDesk = ReturnType<typeof useHandling>
