import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDeviceRecord } from '../../../contract/device'
import { checkRecord, RECORD_LIMITS, type RecordForm } from '../../../domain/device/record'
import { failureWords } from '../../platform/failure-words'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { SelectField } from '../../ui/select-field'
import { Sheet } from '../../ui/sheet'
import { TextAreaField } from '../../ui/text-area-field'
import { TextField } from '../../ui/text-field'
import { FileRow, useDeviceFiles } from './device-file-row'
import { RECORD_WORDS, SERVICE_KINDS } from './record-words'
import { DEVICE_FAILURES, fieldWords } from './wording'
import './device-record.scss'

interface FieldsProps {
  form: RecordForm
  set: (part: Partial<RecordForm>) => void
  errorOf: (field: keyof RecordForm) => string | undefined
}

const RecordFields = ({ form, set, errorOf }: FieldsProps) => {
  const words = RECORD_WORDS[form.kind]
  const isService = form.kind === 'service'
  return (
    <>
      {isService
        ? <SelectField required label={words.title} value={form.title === '' ? null : form.title} options={SERVICE_KINDS} error={errorOf('title')} onChange={(title) => set({ title: title ?? '' })} />
        : <TextField required label={words.title} value={form.title} maxLength={RECORD_LIMITS.line} error={errorOf('title')} onChange={(title) => set({ title })} />}
      <DateField required label={words.on} value={form.on} onChange={(on) => set({ on: on ?? form.on })} />
      {!isService && <DateField label='合同到期日' value={form.until} error={errorOf('until')} onChange={(until) => set({ until })} />}
      <TextField label={words.person} value={form.person} maxLength={RECORD_LIMITS.line} onChange={(person) => set({ person })} />
      <TextField label='联系电话' value={form.phone} keyboard='number' maxLength={RECORD_LIMITS.phone} onChange={(phone) => set({ phone })} />
      <TextAreaField label={isService ? '内容' : '说明'} value={form.note} maxLength={RECORD_LIMITS.note} onChange={(note) => set({ note })} />
    </>
  )
}

interface Props {
  deviceId: string
  kind: RecordForm['kind']
  today: string
  onClose: () => void
}

/** Writes down a 维保商 or an entry of 历史工单, with its photos (S48). */
export const RecordSheet = ({ deviceId, kind, today, onClose }: Props) => {
  const [form, setForm] = useState<RecordForm>({ kind, on: today, until: null, title: '', person: '', phone: '', note: '' })
  const [tried, setTried] = useState(false)
  const files = useDeviceFiles([])
  const { run, busy, failure } = useCommand(addDeviceRecord)
  const wrong = tried ? checkRecord(form) : {}
  const save = async () => {
    setTried(true)
    if (Object.keys(checkRecord(form)).length > 0) return
    if (await run({ deviceId, record: form, attachmentIds: files.files.map(({ id }) => id) }) === null) return
    toast('已保存')
    onClose()
  }
  return (
    <Sheet open title={RECORD_WORDS[kind].add} onClose={onClose} footer={<Button wide busy={busy || files.busy} onClick={() => void save()}>保存</Button>}>
      <RecordFields form={form} set={(part) => setForm((all) => ({ ...all, ...part }))} errorOf={(field) => (wrong[field] === undefined ? undefined : fieldWords(wrong[field]))} />
      <FileRow files={files} />
      {failure && <View className='dform__w' role='alert'>{failureWords(failure.code, failure.detail, DEVICE_FAILURES)}</View>}
    </Sheet>
  )
}
