import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { DeviceRow } from '../../../contract/device'
import { goBack } from '../../platform/navigate'
import { reveal } from '../../platform/reveal'
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
import { CreateTabs, TABS_ID } from './create/create-tabs'
import { firstWrong, refusedCodes, type Part } from './create/tab-codes'
import type { CreateTab } from './create/tab-panes'
import { useNewDevice, type NewDeviceForm } from './create/use-new-device'
import { PAPER_WORDS } from './papers/paper-words'
import './device-record.scss'

const TITLE = '新增设备档案'
const back = () => goBack('/pages/device/list')

const Restored = ({ form }: { form: NewDeviceForm }) => (
  <View className='pad row row--between'>
    <Notice>已找回上次没有保存的内容。</Notice>
    <Button kind='text' onClick={form.clear}>清空重填</Button>
  </View>
)

const More = ({ form }: { form: NewDeviceForm }) => {
  const wide = useIsWide()
  const [opened, setOpened] = useState(false)
  const shown = wide || opened || Object.keys(form.codesIn('archive')).some((field) => field !== 'name' && field !== 'departmentId')
  if (!shown) return <View className='pad'><Button kind='text' icon='down' onClick={() => setOpened(true)}>更多（选填 19 项）</Button></View>
  return <Section title='更多' note='选填'><OptionalInputs form={form} /></Section>
}

interface Props {
  /** What comes after the device is entered. */
  onSaved: (device: DeviceRow) => void
}

/** Where something is wrong, in words; '' when nothing is. */
function noteOf({ wrong, failure, codesIn }: NewDeviceForm): string {
  if (failure !== '' || wrong === undefined) return failure
  if (wrong === 'archive') return '请先补全标出的内容'
  return `“${wrong === 'maintainer' ? '维保商' : PAPER_WORDS[wrong].tab}”里有 ${Object.keys(codesIn(wrong)).length} 项要改`
}

const Form = ({ accountId, onSaved }: Props & { accountId: string }) => {
  const form = useNewDevice(accountId)
  const [tab, setTab] = useState<CreateTab>('maintainer')
  const { refusal } = form
  const goTo = (part: Part | undefined) => {
    if (part === undefined || part === 'archive') return
    setTab(part)
    reveal(TABS_ID)
  }
  useEffect(() => goTo(firstWrong(refusedCodes(refusal))), [refusal])
  const save = async () => {
    const saved = await form.save()
    if (typeof saved === 'string') goTo(saved)
    if (saved === null || typeof saved === 'string') return
    toast(`已保存，唯一码 ${saved.code}`)
    onSaved(saved)
  }
  const note = noteOf(form)
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
        <CreateTabs form={form} tab={tab} onTab={setTab} />
      </View>
    </PageFrame>
  )
}

/** 新增设备档案 (S44–S46): two required fields, the rest folded away on the phone, and the six tabs; one 保存 for all. */
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
