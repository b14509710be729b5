import { useMemo, useState } from 'react'
import { accountForm, createAccount, getAccount, updateAccount, type AccountForm } from '../../../../contract/account-admin'
import { checkAccount, tidyAccount } from '../../../../domain/account/account-form'
import type { CallFailure } from '../../../platform/call-failure'
import { useFormDraft } from '../../../platform/use-form-draft'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { accountFailure } from './wording'

const NEW: AccountForm = { name: '', loginName: '', role: 'staff', departmentId: null, phone: '' }

/** The account as the functions have it. The phone number stays with them: the form only knows whether another one was typed. */
function useStored(id: string | null) {
  const asked = useOperation(getAccount, id === null ? null : { id })
  const stored = useMemo(() => {
    if (id === null) return { version: 0, form: NEW }
    if (asked.data === undefined) return null
    const { account: { name, loginName, role, department }, version } = asked.data
    return { version, form: { name, loginName, role, departmentId: department?.id ?? null, phone: null } }
  }, [id, asked.data])
  return { asked, stored }
}

/** Field → code that the functions told. */
const refusedFields = (code: string, detail: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> => {
  if (code === 'account.login-name-taken') return { loginName: code }
  return code === 'invalid-input' ? (detail.fields ?? {}) as Record<string, string> : {}
}

type Codes = Readonly<Record<string, string>>

/** What the functions refused: at its field, or as a sentence for the whole. */
function refusalIn(failure: CallFailure | null): { theirs: Codes; trouble: string; overtaken: boolean } {
  if (failure === null) return { theirs: {}, trouble: '', overtaken: false }
  const theirs = refusedFields(failure.code, failure.detail)
  return { theirs, trouble: Object.keys(theirs).length > 0 ? '' : accountFailure(failure.code, failure.detail), overtaken: failure.code === 'account.changed-meanwhile' }
}

function useSaving(id: string | null) {
  const made = useCommand(createAccount)
  const changed = useCommand(updateAccount)
  const failure = made.failure ?? changed.failure
  const save = async (version: number, form: AccountForm): Promise<string | null> => {
    if (id === null) return (await made.run({ form }))?.id ?? null
    return await changed.run({ id, version, form }) === null ? null : id
  }
  return { save, busy: made.busy || changed.busy, failure, clear: () => { made.clear(); changed.clear() } }
}

/** 新增 or 修改 of an account: kept while typed, checked with the functions' own rule, told at the field. */
export function useAccountEdit(id: string | null, accountId: string) {
  const { asked, stored } = useStored(id)
  const desk = useFormDraft({ key: `account-draft:${accountId}:${id ?? 'new'}`, schema: accountForm, stored })
  const [tried, setTried] = useState(false)
  const { save, busy, failure, clear } = useSaving(id)
  const form = desk.draft?.form ?? NEW
  const own = checkAccount(tidyAccount(form))
  const { theirs, trouble, overtaken } = refusalIn(failure)
  const codes: Codes = { ...theirs, ...(tried ? own : {}) }
  return {
    asked, desk, form, busy, trouble,
    overtaken: overtaken || desk.overtakenBy !== null,
    put: (part: Partial<AccountForm>) => { clear(); desk.put(part) },
    errorOf: (field: keyof AccountForm) => (codes[field] === undefined ? undefined : accountFailure(codes[field])),
    /** Answers the account's id, null when it was not saved. */
    save: async (): Promise<string | null> => {
      setTried(true)
      if (desk.draft === null || Object.keys(own).length > 0) return null
      const saved = await save(desk.draft.version, form)
      if (saved !== null) desk.drop()
      return saved
    },
  }
}
