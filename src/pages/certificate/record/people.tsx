import { View } from '@tarojs/components'
import { chosenPeople, withPeople, type Draft } from '../../../features/certificate/draft'
import { PeoplePicker, usePeoplePicking } from '../../../features/certificate/people/people-picker'
import { useDraftVisit } from '../../../features/certificate/use-draft-visit'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Skeleton } from '../../../ui/skeleton'

definePageConfig({ navigationBarTitleText: '发送给指定人员', onReachBottomDistance: 200 })

interface Props {
  draft: Draft
  onDone: (change: (draft: Draft) => Draft) => void
  onCancel: () => void
}

const Picker = ({ draft, onDone, onCancel }: Props) => {
  const picking = usePeoplePicking(chosenPeople(draft))
  return (
    <PageFrame
      title='发送给指定人员'
      back={onCancel}
      breadcrumb={['证照管理', '设备操作证管理', '发送给指定人员']}
      footer={
        <BottomBar note={<>{`已选 ${picking.chosen.length} 人`}</>}>
          <Button kind='line' onClick={onCancel}>取消</Button>
          <Button onClick={() => onDone((each) => withPeople(each, picking.chosen))}>确定</Button>
        </BottomBar>
      }
    >
      <View className='pad'><PeoplePicker picking={picking} /></View>
    </PageFrame>
  )
}

/** 指定人员 on the phone (S40). */
export default function PeoplePickerPage() {
  const { draft, failure, reload, finish, leave } = useDraftVisit()
  if (draft !== null) return <Picker draft={draft} onDone={finish} onCancel={leave} />
  return (
    <PageFrame title='发送给指定人员' back={leave}>
      {failure === null ? <Skeleton /> : <ErrorState failure={failure} onRetry={() => void reload()} />}
    </PageFrame>
  )
}
