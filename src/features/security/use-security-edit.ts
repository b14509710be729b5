import { useEffect, useMemo } from 'react'
import * as v from 'valibot'
import { getSecurity, saveSecurity } from '../../../contract/institution'
import type { InputOf, OutputOf } from '../../../contract/operation'
import { failureWords } from '../../platform/failure-words'
import { hasChanges } from '../../platform/form-draft'
import { useFormDraft } from '../../platform/use-form-draft'
import { useCommand, useOperation } from '../../platform/use-operation'
import { SECURITY_WORDS } from './wording'

const formSchema = v.object({ adminsConfirm: v.boolean(), certificateYears: v.number(), personYears: v.number(), messageYears: v.number() })
export type SecurityForm = v.InferOutput<typeof formSchema>

const storedForm = ({ rules: { adminsConfirm, retention }, version }: Pick<OutputOf<typeof getSecurity>, 'rules' | 'version'>): { version: number; form: SecurityForm } =>
  ({ version, form: { adminsConfirm, ...retention } })
const rulesOf = ({ adminsConfirm, ...retention }: SecurityForm): InputOf<typeof saveSecurity>['rules'] => ({ adminsConfirm, retention })

/** 安全设置 while it is edited; kept on this device until it is saved. */
export function useSecurityEdit(accountId: string) {
  const asked = useOperation(getSecurity, {})
  const { run, busy, failure, clear } = useCommand(saveSecurity)
  const stored = useMemo(() => (asked.data === undefined ? null : storedForm(asked.data)), [asked.data])
  const { draft, overtakenBy, put, replace, startOver } = useFormDraft<SecurityForm>({ key: `security-draft:${accountId}`, schema: formSchema, stored })
  const { reload } = asked
  const overtaken = failure?.code === 'security.changed-meanwhile'
  useEffect(() => {
    if (overtaken) void reload()
  }, [overtaken, reload])
  const save = async (): Promise<boolean> => {
    if (draft === null) return false
    const saved = await run({ version: draft.version, rules: rulesOf(draft.form) })
    if (saved === null) return false
    replace({ version: saved.version, base: draft.form, form: draft.form })
    return true
  }
  return {
    asked, draft, busy, overtakenBy, startOver, save,
    dirty: draft !== null && hasChanges(draft),
    put: (part: Partial<SecurityForm>) => { clear(); put(part) },
    trouble: failure === null ? '' : failureWords(failure.code, failure.detail, SECURITY_WORDS),
  }
}
export type SecurityEditing = ReturnType<typeof useSecurityEdit>
