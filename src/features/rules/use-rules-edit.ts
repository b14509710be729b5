import { useEffect, useMemo, useState } from 'react'
import { getRules, saveRules } from '../../../contract/rules'
import type { CallFailure } from '../../platform/call-failure'
import { failureWords } from '../../platform/failure-words'
import { changedFields, hasChanges, type FormDraft } from '../../platform/form-draft'
import { useFormDraft, type OpenFormDraft } from '../../platform/use-form-draft'
import { useCommand, useOperation, type Asked } from '../../platform/use-operation'
import type { OutputOf } from '../../../contract/operation'
import type { RulesDesk } from './rules-desk'
import { movesPlans, rulesFormSchema, rulesOf, storedForm, wrongIn, type RulesForm } from './rules-form'
import { fieldWords, RULES_FAILURES } from './wording'

export interface RulesEdit extends Omit<OpenFormDraft<RulesForm>, 'draft'> {
  draft: OpenFormDraft<RulesForm>['draft']
  /** `null` while the rules are on their way. */
  desk: RulesDesk | null
  marks: OutputOf<typeof getRules>['marks']
  asked: Asked<OutputOf<typeof getRules>>
  dirty: boolean
  /** Saving moves days of sending. */
  moves: boolean
  busy: boolean
  /** Why it is not saved; '' when nothing is wrong. */
  trouble: string
  save: () => Promise<boolean>
}

type Codes = Readonly<Record<string, string>>

const refused = (failure: CallFailure | null): Codes => (failure?.code === 'invalid-input' ? (failure.detail.fields ?? {}) as Codes : {})

const troubleOf = (codes: Codes, failure: CallFailure | null): string => {
  const wrong = Object.keys(codes).length
  if (wrong > 0) return `有 ${wrong} 项要改，原因写在那一项下面`
  return failure === null ? '' : failureWords(failure.code, failure.detail, RULES_FAILURES)
}

interface Seen {
  draft: FormDraft<RulesForm>
  tried: boolean
  failure: CallFailure | null
  /** What was refused. */
  asked: FormDraft<RulesForm> | null
}

/** Nothing is told before the first try; what the functions refused is told until anything is changed. */
function codesOf({ draft, tried, failure, asked }: Seen): Codes {
  const same = asked !== null && changedFields(asked.form, draft.form).length === 0
  return { ...(same ? refused(failure) : {}), ...(tried ? wrongIn(draft.form) : {}) }
}

/** Checks with the functions' own rule, saves once; a version that somebody overtook is asked for anew. */
function useSaving({ draft, replace }: OpenFormDraft<RulesForm>, reload: () => Promise<void>) {
  const { run, busy, failure } = useCommand(saveRules)
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState<FormDraft<RulesForm> | null>(null)
  const overtaken = failure?.code === 'rules.changed-meanwhile'
  useEffect(() => {
    if (overtaken) void reload()
  }, [overtaken, failure, reload])
  const save = async (): Promise<boolean> => {
    setTried(true)
    if (draft === null || Object.keys(wrongIn(draft.form)).length > 0) return false
    setAsked(draft)
    const saved = await run({ version: draft.version, rules: rulesOf(draft.form) })
    if (saved === null) return false
    setTried(false)
    replace({ version: saved.version, base: draft.form, form: draft.form })
    return true
  }
  const codes = draft === null ? {} : codesOf({ draft, tried, failure, asked })
  const settled = overtaken && draft?.version !== asked?.version
  return { save, busy, codes, trouble: troubleOf(codes, settled ? null : failure) }
}

/** The institution's rules while they are edited; kept on this device until they are saved. */
export function useRulesEdit(accountId: string): RulesEdit {
  const asked = useOperation(getRules, {})
  const stored = useMemo(() => (asked.data === undefined ? null : storedForm(asked.data)), [asked.data])
  const opened = useFormDraft({ key: `rules-draft:${accountId}`, schema: rulesFormSchema, stored })
  const { draft, put } = opened
  const { save, busy, codes, trouble } = useSaving(opened, asked.reload)
  const errorOf = (field: string) => (codes[field] === undefined ? undefined : fieldWords(codes[field]))
  return {
    ...opened, asked, busy, trouble, save,
    desk: draft && { form: draft.form, put, errorOf },
    marks: asked.data?.marks ?? [],
    dirty: draft !== null && hasChanges(draft),
    moves: draft !== null && movesPlans(draft.base, draft.form),
  }
}
