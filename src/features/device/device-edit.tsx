import { View } from '@tarojs/components'
import { useState } from 'react'
import { getDevice, updateDevice } from '../../../contract/device'
import type { OutputOf } from '../../../contract/operation'
import { checkDevice, DEVICE_LIMITS, MOST_HOLDERS_WANTED, type DeviceFields } from '../../../domain/device/device'
import { failureWords } from '../../platform/failure-words'
import { goBack } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useCommand, useOperation } from '../../platform/use-operation'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Fields } from '../../ui/fields'
import { NumberField } from '../../ui/number-field'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { TextField } from '../../ui/text-field'
import { OptionalInputs } from './archive-inputs'
import { REQUIRED_LABELS } from './archive-fields'
import { FileRow, useDeviceFiles } from './device-file-row'
import { refusedFields } from './refused-fields'
import { WordProposals } from './word-proposals'
import { DEVICE_FAILURES, fieldWords, LIST_SAFE } from './wording'
import './device-record.scss'

const TITLE = '修改设备档案'
const back = () => goBack('/pages/device/list')

type Data = OutputOf<typeof getDevice>

const isWanted = (typed: number | null): typed is number => typed !== null && Number.isInteger(typed) && typed >= 0 && typed <= MOST_HOLDERS_WANTED

/** What is being changed. The version is the one that was opened: who was faster is told, not overwritten. */
function useDeviceEdit({ device, version, fields: before, holdersWanted: wantedBefore, attachments }: Data) {
  const [fields, setFields] = useState<DeviceFields>(before)
  const [holdersWanted, setHoldersWanted] = useState<number | null>(wantedBefore)
  const [tried, setTried] = useState(false)
  const files = useDeviceFiles(attachments)
  const { run, busy, failure } = useCommand(updateDevice)
  const codes: Record<string, string> = { ...refusedFields(failure), ...(tried ? checkDevice(fields) : {}) }
  return {
    fields, files, busy, holdersWanted, setHoldersWanted,
    countError: tried && !isWanted(holdersWanted) ? `请填 0 到 ${MOST_HOLDERS_WANTED} 的整数` : undefined,
    set: (part: Partial<DeviceFields>) => setFields((all) => ({ ...all, ...part })),
    errorOf: (field: keyof DeviceFields) => (codes[field] === undefined ? undefined : fieldWords(codes[field])),
    failure: failure === null ? '' : failureWords(failure.code, failure.detail, DEVICE_FAILURES),
    async save(): Promise<boolean> {
      setTried(true)
      if (Object.keys(checkDevice(fields)).length > 0 || !isWanted(holdersWanted)) return false
      return await run({ id: device.id, version, fields, holdersWanted, attachmentIds: files.files.map(({ id }) => id) }) !== null
    },
  }
}

const Form = ({ data }: { data: Data }) => {
  const [opened] = useState(data)
  const form = useDeviceEdit(opened)
  const save = async () => {
    if (!await form.save()) return
    toast('已保存')
    back()
  }
  const note = form.failure === '' ? undefined : <View className='dform__w' role='alert'>{form.failure}</View>
  return (
    <PageFrame
      title={TITLE}
      back={back}
      breadcrumb={['设备档案管理', TITLE]}
      footer={<BottomBar note={note}><Button busy={form.busy || form.files.busy} onClick={() => void save()}>保存</Button></BottomBar>}
    >
      <View className='dform'>
        <Section title='档案详情' note={`${opened.device.code}\u3000${opened.device.department.name}`}>
          <Fields>
            <TextField required label={REQUIRED_LABELS.name} value={form.fields.name} maxLength={DEVICE_LIMITS.name} error={form.errorOf('name')} onChange={(name) => form.set({ name })} />
            <NumberField label='应有持证人数' value={form.holdersWanted} unit='人' error={form.countError} onChange={form.setHoldersWanted} />
          </Fields>
          <WordProposals kind='device-name' typed={form.fields.name === opened.fields.name ? '' : form.fields.name} onChoose={(name) => form.set({ name })} />
          <View className='cap'>更改科室请用“转科”。</View>
          <OptionalInputs form={form} />
        </Section>
        <Section title='附件' note='照片或 PDF'><FileRow files={form.files} /></Section>
      </View>
    </PageFrame>
  )
}

/** 修改 of a device: the archive's fields, how many holders it needs, its files (S44). */
export const DeviceEdit = ({ id }: { id: string }) => {
  const { data, failure, reload } = useOperation(getDevice, { id })
  if (data !== undefined) return <Form key={id} data={data} />
  return <PageFrame title={TITLE} back={back}>{failure ? <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} /> : <Skeleton shape='text' />}</PageFrame>
}
