import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DeviceRow } from '../../../contract/device'
import { goBack } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useSelf } from '../../platform/use-self'
import { useIsWide } from '../../platform/width'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { OptionalInputs, RequiredInputs } from './archive-inputs'
import { useDeviceForm, type DeviceForm } from './use-device-form'
import './device-record.scss'

const TITLE = '新增设备档案'
const back = () => goBack('/pages/device/list')

const Restored = ({ form }: { form: DeviceForm }) => (
  <View className='pad row row--between'>
    <Notice>已找回上次没有保存的内容。</Notice>
    <Button kind='text' onClick={form.clear}>清空重填</Button>
  </View>
)

const More = ({ form }: { form: DeviceForm }) => {
  const wide = useIsWide()
  const [opened, setOpened] = useState(false)
  const shown = wide || opened || form.wrong.some((field) => field !== 'name' && field !== 'departmentId')
  if (!shown) return <View className='pad'><Button kind='text' icon='down' onClick={() => setOpened(true)}>更多（选填 19 项）</Button></View>
  return <Section title='更多' note='选填'><OptionalInputs form={form} /></Section>
}

interface Props {
  /** What comes after the device is entered. */
  onSaved: (device: DeviceRow) => void
}

const Form = ({ accountId, onSaved }: Props & { accountId: string }) => {
  const form = useDeviceForm(accountId)
  const save = async () => {
    const device = await form.save()
    if (device === null) return
    toast(`已保存，唯一码 ${device.code}`)
    onSaved(device)
  }
  const note = form.failure === '' ? (form.wrong.length > 0 ? '请先补全标出的内容' : '') : form.failure
  return (
    <PageFrame
      title={TITLE}
      back={back}
      breadcrumb={['设备档案管理', TITLE]}
      footer={<BottomBar note={note === '' ? undefined : <View className='dform__w' role='alert'>{note}</View>}><Button busy={form.busy} onClick={() => void save()}>保存</Button></BottomBar>}
    >
      {form.restored && <Restored form={form} />}
      <View className='dform'>
        <Section title='档案详情' note='带 * 的必填，唯一码由系统编号'><RequiredInputs form={form} /></Section>
        <More form={form} />
      </View>
    </PageFrame>
  )
}

/** 新增设备档案 (S44): two required fields, the rest folded away on the phone. */
export const DeviceCreate = ({ onSaved }: Props) => {
  const { state, account, actions, failure, reload } = useSelf()
  if (account !== null && actions.includes('device.write')) return <Form accountId={account.id} onSaved={onSaved} />
  return (
    <PageFrame title={TITLE} back={back}>
      {state === 'loading' && <Skeleton shape='text' />}
      {state === 'failed' && failure && <ErrorState failure={failure} onRetry={() => void reload()} />}
      {state === 'known' && <Empty text='您没有这项权限' note='设备档案由设备科录入。' />}
    </PageFrame>
  )
}
