import { View } from '@tarojs/components'
import { goBack } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { BottomBar } from '../../ui/bottom-bar'
import { Button } from '../../ui/button'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Skeleton } from '../../ui/skeleton'
import { TypeBasics, TypeDemands, TypeRest } from './type-basics'
import type { TypeDesk } from './type-desk'
import { TypeEscalation } from './type-escalation'
import { originWords, presetOf } from './type-facts'
import { formOf } from './type-form'
import { openCertificates } from './type-links'
import { TypeOvertaken } from './type-overtaken'
import { TypeRhythm } from './type-rhythm'
import { useTypeEdit, type TypeEdit as Editing } from './use-type-edit'
import { MENU_WORDS, REMINDERS_SAFE } from './wording'
import './type.scss'

const LIST = '/pages/work/type/list'

const LeftOver = ({ edit: { restored, overtakenBy, startOver } }: { edit: Editing }) =>
  (restored && overtakenBy === null ? <Notice>接着上次没保存的内容。<Button kind='text' onClick={startOver}>不要了，重新改</Button></Notice> : null)

/** How many certificates there are of it, and where they are. */
const Standing = ({ id, edit: { draft, certificates }, desk }: { id: string; edit: Editing; desk: TypeDesk }) => {
  if (draft === null) return null
  const { version, base: { menu } } = draft
  const preset = version > 0 ? presetOf(id) : null
  return (
    <View className='tstand cap'>
      <View className='grow'>{`${originWords({ id, version })}\u3000${certificates === 0 ? '还没有这类证' : `现有 ${certificates} 张证`}`}</View>
      {certificates > 0 && <Button kind='text' label={`打开${MENU_WORDS[menu]}`} onClick={() => openCertificates(menu)}>看列表</Button>}
      {preset !== null && <Button kind='text' onClick={() => desk.put(formOf(preset))}>恢复内置内容</Button>}
    </View>
  )
}

const Notices = ({ edit }: { edit: Editing }) => (
  <View className='pad'>
    <LeftOver edit={edit} />
    {edit.draft !== null && edit.overtakenBy !== null && <TypeOvertaken draft={edit.draft} newer={edit.overtakenBy} onTheirs={edit.startOver} onMine={edit.replace} />}
  </View>
)

const Body = ({ id, edit, desk }: { id: string | null; edit: Editing; desk: TypeDesk }) => (
  <View className='tform'>
    <Notices edit={edit} />
    {id !== null && <Standing id={id} edit={edit} desk={desk} />}
    <TypeBasics desk={desk} />
    <TypeDemands desk={desk} />
    <TypeRhythm desk={desk} smsPrice={edit.smsPrice} />
    <TypeEscalation desk={desk} />
    <TypeRest desk={desk} certificates={edit.certificates} />
    {edit.effects.length > 0 && <View className='pad teffects'><Notice icon='cal'>{edit.effects.map((words) => <View key={words}>{words}</View>)}</Notice></View>}
  </View>
)

const barWords = ({ trouble, dirty, effects }: Editing): string => {
  if (trouble !== '') return trouble
  if (!dirty) return '没有改动'
  return effects[0] ?? '改好后请保存'
}

const Bar = ({ edit, onSave }: { edit: Editing; onSave: () => void }) => (
  <BottomBar note={<View className={edit.trouble === '' ? 'cap' : 'cap ttrouble'} role={edit.trouble === '' ? undefined : 'alert'}>{barWords(edit)}</View>}>
    <Button busy={edit.busy} disabled={!edit.dirty} onClick={onSave}>保存</Button>
  </BottomBar>
)

const Waiting = ({ edit }: { edit: Editing }) =>
  (edit.loadFailure === null ? <Skeleton shape='text' rows={8} /> : <ErrorState failure={edit.loadFailure} safe={REMINDERS_SAFE} onRetry={() => void edit.reload()} />)

interface Props {
  /** `null`: a new type. */
  id: string | null
  accountId: string
}

/** 新增 or 修改 of a certificate type (B9, B10, B12, B14, B28, B32). */
export const TypeEdit = ({ id, accountId }: Props) => {
  const edit = useTypeEdit(id, accountId)
  const title = id === null ? '新增证件类型' : '修改证件类型'
  const save = async () => {
    if (!await edit.save()) return
    toast(edit.effects.length === 0 ? '已保存' : '已保存，提醒计划随之更新')
    goBack(LIST)
  }
  const back = () => {
    if (edit.dirty) toast('没保存的内容已留着，下次接着改')
    goBack(LIST)
  }
  const { desk } = edit
  return (
    <PageFrame title={title} back={back} breadcrumb={['证照管理', '证件类型', title]} footer={desk && <Bar edit={edit} onSave={() => void save()} />}>
      {desk ? <Body id={id} edit={edit} desk={desk} /> : <Waiting edit={edit} />}
    </PageFrame>
  )
}
