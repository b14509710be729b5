import { View } from '@tarojs/components'
import { ChangeFields } from '../../../features/bulk/change-fields'
import { useChangeMany } from '../../../features/bulk/use-change-many'
import { goBack, replaceWith } from '../../../platform/navigate'
import { BottomBar } from '../../../ui/bottom-bar'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Notice } from '../../../ui/notice'
import { PageFrame } from '../../../ui/page-frame'

definePageConfig({ navigationBarTitleText: '改提醒' })

type Desk = ReturnType<typeof useChangeMany>
const back = (): void => goBack('/pages/work/record/batch')

const Foot = ({ desk }: { desk: Desk }) => (
  <BottomBar note={<>{desk.words}</>}>
    <Button kind='line' onClick={back}>取消</Button>
    <Button disabled={desk.changing === 0} busy={desk.busy} onClick={() => void desk.start()}>{desk.changing === 0 ? '开始修改' : `修改 ${desk.changing} 张`}</Button>
  </BottomBar>
)

/** What is changed on everything that was ticked, and how many it would change, before it is done (B20). */
export default function ChangePage() {
  const desk = useChangeMany()
  const none = desk.ids.length === 0
  return (
    <PageFrame
      title='改提醒'
      breadcrumb={['证照管理', '批量改提醒']}
      back={back}
      heading={<View className='lead' role='heading' aria-level='1'>{none ? '改提醒' : `改 ${desk.ids.length} 张证的提醒`}</View>}
      footer={none ? undefined : <Foot desk={desk} />}
    >
      {none ? <Empty note='还没有选操作证。' action={<Button onClick={() => replaceWith('/pages/work/record/batch')}>去选操作证</Button>} /> : (
        <View className='pad bulk-form'>
          {desk.failure !== '' && <Notice tone='warn' icon='warn'>{desk.failure}</Notice>}
          <Notice>{desk.trouble === '' ? '办好以后可以在办理进度里撤销。' : desk.trouble}</Notice>
          <ChangeFields draft={desk.draft} onChange={desk.setDraft} />
        </View>
      )}
    </PageFrame>
  )
}
