import type { TypeView } from '../../../contract/type'
import type { CertificateType } from '../../../domain/certificate/type'

export const typeView = ({ type, version }: { type: CertificateType; version: number }): TypeView =>
  ({ ...type, rules: { ...type.rules, steps: [...type.rules.steps], escalation: [...type.rules.escalation] }, version })
