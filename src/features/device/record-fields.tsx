import { RECORD_LIMITS, type RecordForm } from '../../../domain/device/record'
import { DateField } from '../../ui/date-field'
import { SelectField } from '../../ui/select-field'
import { TextAreaField } from '../../ui/text-area-field'
import { TextField } from '../../ui/text-field'
import { RECORD_WORDS, SERVICE_KINDS } from './record-words'
import { WordProposals } from './word-proposals'

interface FieldsProps {
  form: RecordForm
  set: (part: Partial<RecordForm>) => void
  errorOf: (field: keyof RecordForm) => string | undefined
}

/** The fields of a record, wherever they lie. */
export const RecordFields = ({ form, set, errorOf }: FieldsProps) => {
  const words = RECORD_WORDS[form.kind]
  const isService = form.kind === 'service'
  return (
    <>
      {isService
        ? <SelectField required label={words.title} value={form.title === '' ? null : form.title} options={SERVICE_KINDS} error={errorOf('title')} onChange={(title) => set({ title: title ?? '' })} />
        : <TextField required label={words.title} value={form.title} maxLength={RECORD_LIMITS.line} error={errorOf('title')} onChange={(title) => set({ title })} />}
      {form.kind === 'maintainer' && <WordProposals kind='maintainer' typed={form.title} onChoose={(title) => set({ title })} />}
      <DateField required label={words.on} value={form.on} onChange={(on) => set({ on: on ?? form.on })} />
      {!isService && <DateField label='合同到期日' value={form.until} error={errorOf('until')} onChange={(until) => set({ until })} />}
      <TextField label={words.person} value={form.person} maxLength={RECORD_LIMITS.line} onChange={(person) => set({ person })} />
      <TextField label='联系电话' value={form.phone} keyboard='number' maxLength={RECORD_LIMITS.phone} onChange={(phone) => set({ phone })} />
      <TextAreaField label={isService ? '内容' : '说明'} value={form.note} maxLength={RECORD_LIMITS.note} onChange={(note) => set({ note })} />
    </>
  )
}
