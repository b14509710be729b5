import { View } from '@tarojs/components'
import { useState } from 'react'
import { listInstitutions } from '../../../../contract/institution'
import type { OutputOf } from '../../../../contract/operation'
import { dayOf } from '../../../../domain/kernel/civil-day'
import { goBack } from '../../../platform/navigate'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { useRows } from '../../../platform/use-rows'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Book, Entry } from '../../../ui/entry'
import { KeywordBar } from '../../../ui/keyword-bar'
import { ListBody } from '../../../ui/list-body'
import { PageFrame } from '../../../ui/page-frame'
import { StateWord } from '../../../ui/state-word'
import { FoundDialog } from './found-dialog'
import { useInstitutionForm } from './use-institution-form'
import '../admin/admin.scss'

type Institution = OutputOf<typeof listInstitutions>['rows'][number]

const Row = ({ row, last }: { row: Institution; last: boolean }) => (
  <Entry
    last={last}
    margin={<StateWord state={row.hasAdmin ? 'ok' : 'review'} text={row.hasAdmin ? '在用' : '缺管理员'} />}
    title={row.name}
    lines={[`${dayOf(new Date(row.createdAt))} 开通`, ...(row.hasAdmin ? [] : ['没有在用的院级管理员，请用命令补发绑定码'])]}
  />
)

/** 机构管理 of 平台运维 (B25): names, and whether somebody answers for each; nothing of what lies in them. */
export const InstitutionsScreen = () => {
  const [keyword, setKeyword] = useState('')
  const [open, setOpen] = useState(false)
  const desk = useInstitutionForm()
  const list = useRows(listInstitutions, { keyword })
  const wide = useIsWide()
  useReachBottom(list.more)
  const close = () => {
    setOpen(false)
    desk.forget()
    list.reload()
  }
  const add = <Button icon='plus' kind={wide ? 'fill' : 'text'} onClick={() => setOpen(true)}>开通机构</Button>
  const find = <View className='grow'><KeywordBar keyword={keyword} onKeyword={setKeyword} placeholder='机构名称' /></View>
  const bar = wide ? <View className='deskbar'>{find}</View> : <View className='acc-top'><View className='row'>{find}{add}</View></View>
  return (
    <PageFrame title='机构管理' breadcrumb={['机构管理']} back={wide ? undefined : () => goBack('/pages/me/me')} action={add} top={bar}>
      <ListBody list={list} unit='个' safe='各机构的资料和提醒都不受影响。' empty={<Empty note={keyword === '' ? '还没有机构。' : '没有叫这个名字的机构。'} />}>
        <Book>{list.rows.map((row, at) => <Row key={row.id} row={row} last={at === list.rows.length - 1} />)}</Book>
      </ListBody>
      {open && <FoundDialog desk={desk} onClose={close} />}
    </PageFrame>
  )
}
