import { useEffect, useMemo, useState } from 'react'
import { getRules } from '../../../contract/rules'
import { getType, saveType } from '../../../contract/type'
import { failureWords } from '../../platform/failure-words'
import type { CallFailure } from '../../platform/call-failure'
import { changedFields, hasChanges, type FormDraft } from '../../platform/form-draft'
import { useFormDraft, type OpenFormDraft } from '../../platform/use-form-draft'
import { useCommand, useOperation } from '../../platform/use-operation'
import { effectWords } from './effect-words'
import type { TypeDesk } from './type-desk'
import { newTypeForm, storedForm, typeFormSchema, typeOf, wrongIn, type TypeForm } from './type-form'
import { fieldWords, TYPE_FAILURES } from './wording'

export interface TypeEdit extends Omit<OpenFormDraft<TypeForm>, 'draft'> {
  /** `null` while the type is on its way. */
  desk: TypeDesk | null
  draft: OpenFormDraft<TypeForm>['draft']
  certificates: number
  smsPrice: number | null
  loadFailure: CallFailure | null
  reload: () => Promise<void>
  /** What saving does to certificates that exist already. */
  effects: readonly string[]
  dirty: boolean
  busy: boolean
  /** Why it is not saved; '' when nothing is wrong. */
  trouble: string
  save: () => Promise<boolean>
}

/** The type as the functions have it; a new one starts from the guide's rules. */
function useStored(id: string | null) {
  const asked = useOperation(getType, id === null ? null : { id })
  const stored = useMemo(() => {
    if (id === null) return { version: 0, form: newTypeForm() }
    return asked.data === undefined ? null : storedForm(asked.data.type)
  }, [id, asked.data])
  return { stored, certificates: asked.data?.certificates ?? 0, loadFailure: stored === null ? asked.failure : null, reload: asked.reload }
}

type Codes = Readonly<Record<string, string>>

/** What the functions said is wrong with fields. */
function refused(failure: CallFailure | null): Codes {
  if (failure?.code === 'type.name-taken') return { name: failure.code }
  return failure?.code === 'invalid-input' ? (failure.detail.fields ?? {}) as Codes : {}
}

const without = (codes: Codes, fields: readonly string[]): Codes => Object.fromEntries(Object.entries(codes).filter(([field]) => !fields.includes(field)))
const only = (codes: Codes, fields: readonly string[]): Codes => Object.fromEntries(Object.entries(codes).filter(([field]) => fields.includes(field)))

interface Seen {
  draft: FormDraft<TypeForm>
  tried: boolean
  failure: CallFailure | null
  /** What was refused. */
  asked: FormDraft<TypeForm> | null
}

/** Before the first try only what was touched is told; what the functions said of a field is true until it is changed. */
function codesOf({ draft: { base, form }, tried, failure, asked }: Seen): Codes {
  const own = wrongIn(form)
  const theirs = asked === null ? {} : without(refused(failure), changedFields(asked.form, form))
  return { ...theirs, ...(tried ? own : only(own, changedFields(base, form))) }
}

const troubleOf = (codes: Codes, failure: CallFailure | null): string => {
  const wrong = Object.keys(codes).length
  if (wrong > 0) return `有 ${wrong} 项要改，原因写在那一项下面`
  return failure === null || Object.keys(refused(failure)).length > 0 ? '' : failureWords(failure.code, failure.detail, TYPE_FAILURES)
}

/** Saves the draft once; a version that somebody overtook is asked for anew. */
function useSaving(id: string | null, { draft, drop }: OpenFormDraft<TypeForm>, reload: () => Promise<void>) {
  const { run, busy, failure } = useCommand(saveType)
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState<FormDraft<TypeForm> | null>(null)
  const overtaken = failure?.code === 'type.changed-meanwhile'
  useEffect(() => {
    if (overtaken) void reload()
  }, [overtaken, failure, reload])
  const save = async (): Promise<boolean> => {
    setTried(true)
    if (draft === null || Object.keys(wrongIn(draft.form)).length > 0) return false
    setAsked(draft)
    const saved = await run({ id, version: draft.version, type: typeOf(draft.form) })
    if (saved === null) return false
    drop()
    return true
  }
  const codes = draft === null ? {} : codesOf({ draft, tried, failure, asked })
  const settled = overtaken && draft?.version !== asked?.version
  return { save, busy, codes, trouble: troubleOf(codes, settled ? null : failure) }
}

/** 证件类型 while it is edited: kept until it is saved, checked with the functions' own rule, told what it will do. */
export function useTypeEdit(id: string | null, accountId: string): TypeEdit {
  const { stored, certificates, loadFailure, reload } = useStored(id)
  const opened = useFormDraft({ key: `type-draft:${accountId}:${id ?? 'new'}`, schema: typeFormSchema, stored })
  const rules = useOperation(getRules, {})
  const { draft, put } = opened
  const { save, busy, codes, trouble } = useSaving(id, opened, reload)
  const errorOf = (field: keyof TypeForm) => (codes[field] === undefined ? undefined : fieldWords(codes[field]))
  return {
    ...opened, certificates, loadFailure, reload, busy, trouble, save,
    smsPrice: rules.data?.rules.smsPrice ?? null,
    desk: draft && { form: draft.form, put, errorOf },
    effects: draft === null ? [] : effectWords(draft.base, draft.form, certificates),
    dirty: draft !== null && hasChanges(draft),
  }
}
