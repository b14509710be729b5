import { getRules } from '../../../../contract/rules'
import { listTypes } from '../../../../contract/type'
import type { CertificateForm } from '../../../../domain/certificate/certificate'
import { DEVICE_OPERATOR, type CertificateType } from '../../../../domain/certificate/type'
import { DEFAULT_INSTITUTION_RULES, type InstitutionRules } from '../../../../domain/institution/rules'
import { useOperation } from '../../../platform/use-operation'

export interface FormRules {
  /** Every type of the institution; only 设备操作证 until they are there. */
  types: readonly CertificateType[]
  /** Of the form's 证件类型. */
  type: CertificateType
  institution: InstitutionRules
  /** The types could not be asked for: the form goes on with what it has. */
  incomplete: boolean
}

/** What the chosen type and the hospital's rules say about this form (B10, B11, B28, B32). */
export function useFormRules(typeId: CertificateForm['typeId'] | undefined): FormRules {
  const listed = useOperation(listTypes, {})
  const rules = useOperation(getRules, {})
  const types = listed.data?.types ?? [DEVICE_OPERATOR]
  return {
    types, type: types.find(({ id }) => id === typeId) ?? DEVICE_OPERATOR,
    institution: rules.data?.rules ?? DEFAULT_INSTITUTION_RULES,
    incomplete: listed.failure !== null && listed.data === undefined,
  }
}
