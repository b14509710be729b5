import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDeviceRecord } from '../../../contract/device'
import { checkRecord, type RecordForm } from '../../../domain/device/record'
import { failureWords } from '../../platform/failure-words'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { FileRow, useDeviceFiles } from './device-file-row'
import { RecordFields } from './record-fields'
import { RECORD_WORDS } from './record-words'
import { DEVICE_FAILURES, fieldWords } from './wording'
import './device-record.scss'

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
