import { View } from '@tarojs/components'
import { DEVICE_LIMITS, LARGE_CLASSES, type DeviceFields } from '../../../domain/device/device'
import { useDepartments } from '../../platform/use-departments'
import { useDeviceTypes } from '../../platform/use-device-types'
import { useIsWide } from '../../platform/width'
import { DateField } from '../../ui/date-field'
import { Fields } from '../../ui/fields'
import { SelectField } from '../../ui/select-field'
import { TextAreaField } from '../../ui/text-area-field'
import { TextField } from '../../ui/text-field'
import { CATALOGUE_LABEL, CLASS_LABEL, OPTIONAL_FIELDS, REQUIRED_LABELS, TYPE_LABEL, type ArchiveField } from './archive-fields'
import { scanMark } from './scan-mark'
import { WordProposals } from './word-proposals'
import type { ArchiveForm } from './create/use-new-device'

interface Props {
  form: ArchiveForm
}

/** The two fields that a device cannot be entered without. On the desk they stand side by side, so the proposals come under both. */
export const RequiredInputs = ({ form }: Props) => {
  const wide = useIsWide()
  const proposals = <WordProposals kind='device-name' typed={form.fields.name} onChoose={(name) => form.set({ name })} />
  return (
    <>
      <Fields>
        <TextField
          required
          label={REQUIRED_LABELS.name}
          value={form.fields.name}
          maxLength={DEVICE_LIMITS.name}
          error={form.errorOf('name')}
          onChange={(name) => form.set({ name })}
        />
        {!wide && proposals}
        <SelectField
          required
          label={REQUIRED_LABELS.departmentId}
          value={form.fields.departmentId === '' ? null : form.fields.departmentId}
          options={useDepartments()}
          error={form.errorOf('departmentId')}
          onChange={(departmentId) => form.set({ departmentId: departmentId ?? '' })}
        />
      </Fields>
      {wide && proposals}
    </>
  )
}

const Input = ({ form, field: { field, label, kind, placeholder } }: Props & { field: ArchiveField }) => {
  const value = form.fields[field]
  const error = form.errorOf(field)
  const set = (typed: string | null) => form.set({ [field]: typed } as Partial<DeviceFields>)
  if (kind === 'day') return <DateField label={label} value={value} error={error} onChange={set} />
  if (kind === 'long') return <TextAreaField label={label} value={value ?? ''} maxLength={DEVICE_LIMITS.description} error={error} onChange={set} />
  const text = <TextField label={label} value={value ?? ''} mark={scanMark(form, field)} placeholder={placeholder} maxLength={DEVICE_LIMITS.line} error={error} onChange={set} />
  return field === 'unit' ? <View className='dword'>{text}<WordProposals kind='unit' typed={value ?? ''} onChoose={set} /></View> : text
}

const CLASS_OPTIONS = LARGE_CLASSES.flatMap((name) => (name === '' ? [] : [{ value: name, label: name }]))

/** The type that a device has stays a choice when the dictionary has it no more. */
const TypeInput = ({ form }: Props) => {
  const { type } = form.fields
  const options = [...new Set([...useDeviceTypes(), type])].filter((each) => each !== '').map((each) => ({ value: each, label: each }))
  return <SelectField label={TYPE_LABEL} value={type === '' ? null : type} options={options} onChange={(chosen) => form.set({ type: chosen ?? '' })} />
}

/** The other fields of the archive, none of which is demanded. */
export const OptionalInputs = ({ form }: Props) => (
  <Fields>
    <TypeInput form={form} />
    <SelectField label={CLASS_LABEL} value={form.fields.largeClass === '' ? null : form.fields.largeClass} options={CLASS_OPTIONS} onChange={(largeClass) => form.set({ largeClass: LARGE_CLASSES.find((each) => each === largeClass) ?? '' })} />
    <TextField label={CATALOGUE_LABEL} value={form.fields.catalogue} placeholder='如 2023' maxLength={DEVICE_LIMITS.line} onChange={(catalogue) => form.set({ catalogue })} />
    {OPTIONAL_FIELDS.map((field) => <Input key={field.field} form={form} field={field} />)}
  </Fields>
)
