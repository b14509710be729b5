import { checkAccount, tidyAccount } from '../account/account-form'
import { lengthOf, tidy } from '../kernel/text'

/** A hospital and its first 院级管理员, as 平台运维 fills them in. */
export interface InstitutionForm { name: string; adminName: string; loginName: string; phone: string }

/** Characters of an institution's name. */
export const LONGEST_INSTITUTION_NAME = 60

const accountOf = ({ adminName, loginName, phone }: InstitutionForm) => tidyAccount({ name: adminName, loginName, phone, role: 'hospital-admin', departmentId: null })

/** As it is stored. */
export function tidyInstitution(form: InstitutionForm): InstitutionForm {
  const { name, loginName, phone } = accountOf(form)
  return { name: tidy(form.name), adminName: name, loginName, phone: phone ?? '' }
}

const nameCode = (name: string): string | null => {
  if (name === '') return 'institution.name-missing'
  return lengthOf(name) > LONGEST_INSTITUTION_NAME ? 'institution.name-too-long' : null
}

/** Field → code of a tidied form; empty when it may be made. */
export function checkInstitution(form: InstitutionForm): Record<string, string> {
  const { name, ...rest } = checkAccount(accountOf(form))
  const own = nameCode(form.name)
  return { ...rest, ...(name !== undefined && { adminName: name }), ...(own !== null && { name: own }) }
}
