import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Channels } from '../../../domain/certificate/certificate'
import { CHANNELS } from '../../../domain/reminder/channel'
import { Button } from '../../ui/button'
import { CheckRow } from '../../ui/choice-row'
import { NumberField } from '../../ui/number-field'
import { TimeField } from '../../ui/time-field'
import { AccountDialog } from './account-dialog'
import { togglePart, type ChangeDraft, type Part } from './change-draft'

interface Props { draft: ChangeDraft; onChange: (draft: ChangeDraft) => void }

const CHANNEL_WORDS: Readonly<Record<keyof Channels, string>> = { home: '电脑首页通知', sms: '短信通知', wechat: '微信通知' }

const ChannelRows = ({ draft, onChange }: Props) => (
  <View role='group' aria-label='发送形式'>
    {CHANNELS.map((channel) => (
      <CheckRow key={channel} text={CHANNEL_WORDS[channel]} chosen={draft.channels[channel]} onClick={() => onChange({ ...draft, channels: { ...draft.channels, [channel]: !draft.channels[channel] } })} />
    ))}
  </View>
)

const PEOPLE_WORDS = { add: '增加通知人员', remove: '去掉通知人员' } as const

const People = ({ draft, onChange, part }: Props & { part: 'add' | 'remove' }) => {
  const [open, setOpen] = useState(false)
  const names = draft[part].map(({ name }) => name).join('、')
  const done = (chosen: ChangeDraft['add']): void => {
    onChange({ ...draft, [part]: chosen })
    setOpen(false)
  }
  return (
    <View className='bulk-people'>
      <Text className='grow'>{names === '' ? '还没有选人' : names}</Text>
      <Button kind='text' label={PEOPLE_WORDS[part]} onClick={() => setOpen(true)}>选择人员</Button>
      {open && <AccountDialog title={PEOPLE_WORDS[part]} several initial={draft[part]} onDone={done} onCancel={() => setOpen(false)} />}
    </View>
  )
}

/** What is set on all of them: only what is ticked here is changed (B20). */
export const ChangeFields = ({ draft, onChange }: Props) => {
  const row = (part: Part) => ({ chosen: draft.parts.includes(part), onClick: () => onChange(togglePart(draft, part)) })
  const has = (part: Part): boolean => draft.parts.includes(part)
  return (
    <View>
      <CheckRow text='提前预警时间' {...row('leadDays')}>
        {has('leadDays') ? <NumberField label='提前预警时间(天)' unit='天' value={draft.leadDays} last onChange={(leadDays) => onChange({ ...draft, leadDays })} /> : undefined}
      </CheckRow>
      <CheckRow text='发送时间' {...row('sendTime')}>
        {has('sendTime') ? <TimeField label='每天几点发送' value={draft.sendTime} last onChange={(sendTime) => onChange({ ...draft, sendTime })} /> : undefined}
      </CheckRow>
      <CheckRow text='发送形式' note='三种都按这里的勾选' {...row('channels')}>{has('channels') ? <ChannelRows draft={draft} onChange={onChange} /> : undefined}</CheckRow>
      <CheckRow text={PEOPLE_WORDS.add} note='原有的人照旧提醒' {...row('add')}>{has('add') ? <People part='add' draft={draft} onChange={onChange} /> : undefined}</CheckRow>
      <CheckRow text={PEOPLE_WORDS.remove} note='没有这个人的证不变' {...row('remove')} last>{has('remove') ? <People part='remove' draft={draft} onChange={onChange} /> : undefined}</CheckRow>
    </View>
  )
}
