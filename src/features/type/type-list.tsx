import { View } from '@tarojs/components'
import { useState } from 'react'
import { listTypes, type TypeView } from '../../../contract/type'
import { TYPE_MENUS, type TypeMenu } from '../../../domain/certificate/type-menu'
import { goBack } from '../../platform/navigate'
import { useIsWide } from '../../platform/width'
import { useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Skeleton } from '../../ui/skeleton'
import { TypeBook } from './type-book'
import { addType, openInstitutionRules } from './type-links'
import { TypeTable } from './type-table'
import { MENU_WORDS, REMINDERS_SAFE } from './wording'
import './type.scss'

type Shown = TypeMenu | ''

const chips = (types: readonly TypeView[]) => [
  { value: '', text: '全部', count: types.length },
  ...TYPE_MENUS.map((menu) => ({ value: menu, text: MENU_WORDS[menu].replace(/管理$/, ''), count: types.filter((type) => type.menu === menu).length })),
]

const List = ({ types, note }: { types: readonly TypeView[]; note: string }) => {
  const [menu, setMenu] = useState<Shown>('')
  const mayWrite = useMay('settings.write')
  const wide = useIsWide()
  const shown = types.filter((type) => menu === '' || type.menu === menu)
  const Types = wide ? TypeTable : TypeBook
  return (
    <>
      <Chips label='归在' items={chips(types)} value={menu} onChange={(value) => setMenu(TYPE_MENUS.find((each) => each === value) ?? '')} />
      <View className='tnote cap'>内置的类型是参考，可按本院情况修改。{note}</View>
      {shown.length === 0 ? <Empty note='这里还没有证件类型。' /> : <Types types={shown} mayWrite={mayWrite} />}
    </>
  )
}

const Actions = ({ wide }: { wide: boolean }) => (
  <View className='row tacts'>
    <Button kind={wide ? 'line' : 'text'} onClick={openInstitutionRules}>提醒规则</Button>
    <Button kind={wide ? 'fill' : 'text'} icon='plus' onClick={addType}>新增证件类型</Button>
  </View>
)

const Content = () => {
  const { data, failure, reload } = useOperation(listTypes, {})
  if (data === undefined) return failure === null ? <Skeleton /> : <ErrorState failure={failure} safe={REMINDERS_SAFE} onRetry={() => void reload()} />
  return (
    <>
      {failure !== null && <View className='pad'><Notice tone='warn' icon='warn'>{`没有取到最新数据。${failure.message}`}</Notice></View>}
      <List types={data.types} note={data.note} />
    </>
  )
}

/** 证件类型: what the hospital keeps certificates of, what each demands and how it reminds (B14, B32). */
export const TypeList = () => {
  const wide = useIsWide()
  const actions = useMay('settings.write') ? <Actions wide={wide} /> : undefined
  const place = wide ? { action: actions } : { top: actions && <View className='pad'>{actions}</View>, back: () => goBack('/pages/me/me') }
  return <PageFrame title='证件类型' breadcrumb={['证照管理', '证件类型']} {...place}><Content /></PageFrame>
}
