import { useDraftVisit } from '../../../features/certificate/use-draft-visit'
import { chosenDevices, withDevices, type Draft } from '../../../features/certificate/draft'
import { DeviceListPicker } from '../../../features/certificate/picker/device-list-picker'
import { usePicking } from '../../../features/certificate/picker/picker-props'
import { goTo } from '../../../platform/navigate'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '选择设备', onReachBottomDistance: 200 })

interface Props {
  draft: Draft
  onDone: (change: (draft: Draft) => Draft) => void
  onCancel: () => void
}

const Picker = ({ draft, onDone, onCancel }: Props) => {
  const picking = usePicking(chosenDevices(draft))
  return (
    <PageFrame
      title='选择设备'
      back={onCancel}
      breadcrumb={['证照管理', '设备操作证管理', '选择设备']}
      footer={
        <BottomBar note={<>{`已选 ${picking.chosen.length} 台`}</>}>
          <Button kind='line' onClick={onCancel}>取消</Button>
          <Button onClick={() => onDone((each) => withDevices(each, picking.chosen))}>确定</Button>
        </BottomBar>
      }
    >
      <DeviceListPicker picking={picking} onDetail={(id) => goTo('/pages/device/record/detail', { id })} />
    </PageFrame>
  )
}

/** 选择设备 on the phone (S14–S17): the ticks become the form's with 确定 only. */
export default function DevicePickerPage() {
  const { draft, failure, reload, finish, leave } = useDraftVisit()
  if (draft !== null) return <Picker draft={draft} onDone={finish} onCancel={leave} />
  return (
    <PageFrame title='选择设备' back={leave}>
      {failure === null ? <Skeleton /> : <ErrorState failure={failure} onRetry={() => void reload()} />}
    </PageFrame>
  )
}
