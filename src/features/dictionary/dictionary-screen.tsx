import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DictionaryRow } from '../../../contract/dictionary-list'
import { DICTIONARY_KINDS, KIND_WORDS } from '../../../domain/dictionary/entry'
import { goBack, goTo } from '../../platform/navigate'
import { useIsWide } from '../../platform/width'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { KeywordBar } from '../../ui/keyword-bar'
import { PageFrame } from '../../ui/page-frame'
import { Notice } from '../../ui/notice'
import { AddSheet, TypePresets } from './add-sheet'
import { DictionaryDesk } from './dictionary-desk'
import { DictionaryPhone } from './dictionary-phone'
import { EntrySheet } from './entry-sheet'
import { kindOf, useDictionaryFilters } from './filters'
import { useGather } from './use-gather'
import { addTitle, KIND_NOTES } from './wording'
import './dictionary.scss'

const TITLE = '字典'
const KINDS = DICTIONARY_KINDS.map((value) => ({ value, text: KIND_WORDS[value] }))
type Kept = ReturnType<typeof useDictionaryFilters>

const Tools = ({ filters, change }: Kept) => (
  <View className='dic-top'>
    <Chips label='字典' items={KINDS} value={filters.kind} onChange={(value) => change({ kind: kindOf(value), keyword: '', retired: false })} />
    <View className='dic-find'><KeywordBar keyword={filters.keyword} onKeyword={(keyword) => change({ keyword })} placeholder='按名称或首字母查找' /></View>
  </View>
)

const Actions = ({ kind, onAdd }: { kind: Kept['filters']['kind']; onAdd: () => void }) => {
  const { gather, busy, trouble } = useGather()
  const second = useIsWide() ? 'line' : 'text'
  return (
    <View className='dic-acts'>
      {kind !== 'department' && <Button kind={second} busy={busy} onClick={gather}>从档案收录</Button>}
      <Button kind={second} onClick={() => goTo('/pages/work/import/dictionary')}>导入</Button>
      <Button icon='plus' onClick={onAdd}>{addTitle(kind)}</Button>
      {trouble !== '' && <Notice tone='warn' icon='warn'>{trouble}</Notice>}
    </View>
  )
}

/** What the dictionary is for, and the way to what is retired. */
const Note = ({ filters: { kind, retired }, change }: Kept) => (
  <View>
    <View className='dic-note'>
      <View className='grow cap'>{KIND_NOTES[kind]}</View>
      <Button kind='text' onClick={() => change({ retired: !retired })}>{retired ? '看在用的' : '看已停用的'}</Button>
    </View>
    {kind === 'device-type' && <View className='pad'><View className='dic-acts'><TypePresets /></View></View>}
  </View>
)

/** 字典: what the archive is written in, kept by 院级管理员 and 设备科 (S44, S52). */
export const DictionaryScreen = () => {
  const kept = useDictionaryFilters()
  const { kind } = kept.filters
  const wide = useIsWide()
  const [open, setOpen] = useState<DictionaryRow | 'new' | null>(null)
  const close = () => setOpen(null)
  const List = wide ? DictionaryDesk : DictionaryPhone
  const actions = <Actions kind={kind} onAdd={() => setOpen('new')} />
  const place = wide ? { action: actions } : { back: () => goBack('/pages/me/me') }
  return (
    <PageFrame title={TITLE} breadcrumb={['设备档案管理', TITLE]} {...place} top={<Tools {...kept} />}>
      {!wide && <View className='pad'>{actions}</View>}
      <Note {...kept} />
      <List key={kind} {...kept} busy={open !== null} onOpen={setOpen} />
      {open === 'new' && <AddSheet kind={kind} onClose={close} />}
      {open !== null && open !== 'new' && <EntrySheet key={open.id} kind={kind} entry={open} onClose={close} />}
    </PageFrame>
  )
}
