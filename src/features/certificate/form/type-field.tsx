import { DEVICE_OPERATOR } from '../../../../domain/certificate/type'
import { useIsWide } from '../../../platform/width'
import { SelectField } from '../../../ui/select-field'
import { LABELS } from './field-labels'
import type { CertificateFormDesk } from './use-certificate-form'

/** Signs of a name that the phone's line shows; a longer one is said in full under it. */
const MOST_ON_A_LINE = 11

/** 证件类型: those in use, and what this certificate has already. */
export const TypeField = ({ desk }: { desk: CertificateFormDesk }) => {
  const wide = useIsWide()
  const { types, type, incomplete } = desk.rules
  const { typeId } = desk.draft.form
  const options = types.filter(({ id, active }) => active || id === typeId).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SelectField
      label={LABELS.typeId}
      value={typeId}
      options={options}
      hint={wide || type.name.length <= MOST_ON_A_LINE ? undefined : type.name}
      error={desk.errorOf('typeId') ?? (incomplete ? '证件类型没有取到，重新打开本页可再选' : undefined)}
      onChange={(value) => desk.choose(value ?? DEVICE_OPERATOR.id)}
    />
  )
}
