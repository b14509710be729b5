import { useState } from 'react'
import { createInstitution } from '../../../../contract/institution'
import type { OutputOf } from '../../../../contract/operation'
import { checkInstitution, LONGEST_INSTITUTION_NAME, tidyInstitution, type InstitutionForm } from '../../../../domain/institution/institution-form'
import { failureWords, type WordBook } from '../../../platform/failure-words'
import { useCommand } from '../../../platform/use-operation'
import { accountFailure } from '../admin/wording'

const EMPTY: InstitutionForm = { name: '', adminName: '', loginName: '', phone: '' }

const WORDS: WordBook = {
  'institution.name-missing': '请填机构全称，员工登录时要照着输入。',
  'institution.name-too-long': `机构名称最多 ${LONGEST_INSTITUTION_NAME} 个字。`,
  'institution.name-taken': '已有同名的机构。',
}

export type MadeInstitution = OutputOf<typeof createInstitution>

/** 开通机构: what was typed stays until it is made. */
export function useInstitutionForm() {
  const { run, busy, failure, clear } = useCommand(createInstitution)
  const [form, setForm] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const [made, setMade] = useState<MadeInstitution | null>(null)
  const own = tried ? checkInstitution(tidyInstitution(form)) : {}
  const taken = failure?.code === 'institution.name-taken'
  const codes: Readonly<Record<string, string>> = { ...(taken && { name: failure.code }), ...own }
  const wordsOf = (code: string): string => (code in WORDS ? failureWords(code, {}, WORDS) : accountFailure(code))
  const save = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(checkInstitution(tidyInstitution(form))).length > 0) return
    const done = await run({ form })
    if (done === null) return
    setMade(done)
    setForm(EMPTY)
    setTried(false)
  }
  const field = (name: keyof InstitutionForm) => ({
    value: form[name],
    error: codes[name] === undefined ? undefined : wordsOf(codes[name]),
    onChange: (value: string) => { clear(); setForm({ ...form, [name]: value }) },
  })
  return { field, busy, save, made, forget: () => setMade(null), trouble: failure === null || taken ? '' : wordsOf(failure.code) }
}
export type InstitutionFormDesk = ReturnType<typeof useInstitutionForm>
