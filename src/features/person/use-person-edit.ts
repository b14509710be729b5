import { useMemo, useState } from 'react'
import { getPerson, personForm, savePerson, type PersonForm } from '../../../contract/person'
import { checkPerson, tidyPerson } from '../../../domain/person/person-form'
import type { CallFailure } from '../../platform/call-failure'
import { useFormDraft } from '../../platform/use-form-draft'
import { useCommand, useOperation } from '../../platform/use-operation'
import { personFailure } from './wording'

const NEW: PersonForm = { staffNumber: '', name: '', departmentId: '', title: '', employment: 'permanent' }
type Codes = Readonly<Record<string, string>>

function useStored(id: string | null) {
  const asked = useOperation(getPerson, id === null ? null : { id })
  const stored = useMemo(() => {
    if (id === null) return { version: 0, form: NEW }
    if (asked.data === undefined) return null
    const { person: { staffNumber, name, department, title, employment }, version } = asked.data
    return { version, form: { staffNumber, name, departmentId: department.id, title, employment } }
  }, [id, asked.data])
  return { asked, stored }
}

/** What the functions refused: at its field, or as a sentence for the whole. */
function refusalIn(failure: CallFailure | null): { theirs: Record<string, string>; trouble: string } {
  if (failure === null) return { theirs: {}, trouble: '' }
  if (failure.code === 'person.staff-number-taken') return { theirs: { staffNumber: personFailure(failure.code, failure.detail) }, trouble: '' }
  if (failure.code !== 'invalid-input') return { theirs: {}, trouble: personFailure(failure.code, failure.detail) }
  return { theirs: Object.fromEntries(Object.entries((failure.detail.fields ?? {}) as Codes).map(([field, code]) => [field, personFailure(code)])), trouble: '' }
}

/** 新增 or 修改 of a person: kept while typed, checked with the functions' own rule. */
export function usePersonEdit(id: string | null, accountId: string) {
  const { asked, stored } = useStored(id)
  const desk = useFormDraft({ key: `person-draft:${accountId}:${id ?? 'new'}`, schema: personForm, stored })
  const [tried, setTried] = useState(false)
  const { run, busy, failure, clear } = useCommand(savePerson)
  const form = desk.draft?.form ?? NEW
  const own = checkPerson(tidyPerson(form))
  const { theirs, trouble } = refusalIn(failure)
  return {
    asked, desk, form, busy, trouble,
    put: (part: Partial<PersonForm>) => { clear(); desk.put(part) },
    errorOf: (field: keyof PersonForm): string | undefined => {
      const code = tried ? own[field] : undefined
      return code === undefined ? theirs[field] : personFailure(code)
    },
    /** Answers the id, null when it was not saved. */
    save: async (): Promise<string | null> => {
      setTried(true)
      if (desk.draft === null || Object.keys(own).length > 0) return null
      const saved = await run({ id, version: desk.draft.version, form })
      if (saved !== null) desk.drop()
      return saved?.id ?? null
    },
  }
}
