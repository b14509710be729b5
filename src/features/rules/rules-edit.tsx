import { View } from '@tarojs/components'
import { goBack, goTo } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useIsWide } from '../../platform/width'
import { useMay } from '../../platform/use-self'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Skeleton } from '../../ui/skeleton'
import { Holidays } from './holiday-rows'
import type { RulesDesk } from './rules-desk'
import { RulesOvertaken } from './rules-overtaken'
import { Digest, QuietHours, SmsPrice } from './rules-parts'
import { StoppedWays } from './stopped-ways'
import { useRulesEdit, type RulesEdit as Editing } from './use-rules-edit'
import { REMINDERS_SAFE } from './wording'
import './rules.scss'

const TYPES = '/pages/work/type/list'

const Notices = ({ edit }: { edit: Editing }) => (
  <View className='pad'>
    {edit.restored && edit.dirty && edit.overtakenBy === null && <Notice>接着上次没保存的内容。<Button kind='text' onClick={edit.startOver}>不要了，重新改</Button></Notice>}
    {edit.draft !== null && edit.overtakenBy !== null && <RulesOvertaken draft={edit.draft} newer={edit.overtakenBy} onTheirs={edit.startOver} onMine={edit.replace} />}
  </View>
)

const MOVES = '保存后，全部证的提醒计划按新的节假日重新计算；今天已提醒过的，今天不会再提醒一次。'

const Body = ({ edit, desk }: { edit: Editing; desk: RulesDesk }) => (
  <View className='rform'>
    <Notices edit={edit} />
    <StoppedWays marks={edit.marks} />
    <QuietHours desk={desk} />
    <Holidays desk={desk} />
    <SmsPrice desk={desk} />
    <Digest desk={desk} />
    {edit.moves && <View className='pad rmoves'><Notice icon='cal'>{MOVES}</Notice></View>}
  </View>
)

const barWords = ({ trouble, dirty, moves }: Editing): string => {
  if (trouble !== '') return trouble
  if (!dirty) return '没有改动'
  return moves ? '保存后重新计算全部证的提醒计划' : '改好后请保存'
}

const Bar = ({ edit, onSave }: { edit: Editing; onSave: () => void }) => (
  <BottomBar note={<View className={edit.trouble === '' ? 'cap' : 'cap rtrouble'} role={edit.trouble === '' ? undefined : 'alert'}>{barWords(edit)}</View>}>
    <Button busy={edit.busy} disabled={!edit.dirty} onClick={onSave}>保存</Button>
  </BottomBar>
)

const Waiting = ({ edit: { asked } }: { edit: Editing }) =>
  (asked.failure === null ? <Skeleton shape='text' rows={8} /> : <ErrorState failure={asked.failure} safe={REMINDERS_SAFE} onRetry={() => void asked.reload()} />)

/** 提醒规则 of the whole hospital (B11, B18, B28). */
export const RulesEdit = ({ accountId }: { accountId: string }) => {
  const edit = useRulesEdit(accountId)
  const mayWrite = useMay('settings.write')
  const wide = useIsWide()
  const save = async () => {
    const { moves } = edit
    if (await edit.save()) toast(moves ? '已保存，提醒计划随之更新' : '已保存')
  }
  const back = () => {
    if (edit.dirty) toast('没保存的内容已留着，下次接着改')
    goBack(TYPES)
  }
  const { desk } = edit
  return (
    <PageFrame
      title='提醒规则'
      breadcrumb={['提醒规则']}
      back={wide ? undefined : back}
      action={<Button kind='line' onClick={() => goTo(TYPES)}>证件类型</Button>}
      footer={desk && mayWrite && <Bar edit={edit} onSave={() => void save()} />}
    >
      {desk ? <Body edit={edit} desk={desk} /> : <Waiting edit={edit} />}
    </PageFrame>
  )
}
