import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { AccountDialog } from './account-dialog'
import type { Named } from './change-draft'
import type { useHandOver } from './use-hand-over'
import './bulk.scss'

interface ChoiceProps { title: string; note: string; chosen: Named | null; onChoose: (account: Named) => void }

const Choice = ({ title, note, chosen, onChoose }: ChoiceProps) => {
  const [open, setOpen] = useState(false)
  const done = ([account]: readonly Named[]): void => {
    if (account !== undefined) onChoose(account)
    setOpen(false)
  }
  return (
    <Section title={title} note={note}>
      <View className='bulk-people'>
        <View className={`grow ${chosen === null ? 'ink3' : 'bold'}`}>{chosen?.name ?? '请选择'}</View>
        <Button kind='text' label={`选择${title}`} onClick={() => setOpen(true)}>{chosen === null ? '选择' : '更换'}</Button>
      </View>
      {open && <AccountDialog title={title} initial={chosen === null ? [] : [chosen]} onDone={done} onCancel={() => setOpen(false)} />}
    </Section>
  )
}

/** Who hands over, who takes over, and what moves (B20). */
export const HandOverForm = ({ desk }: { desk: ReturnType<typeof useHandOver> }) => (
  <View className='bulk-form'>
    <Choice title='交出的人' note='离职、换岗或长期不在的人' chosen={desk.from} onChoose={desk.setFrom} />
    <Choice title='接手的人' note='以后由他收提醒' chosen={desk.to} onChoose={desk.setTo} />
    <View className='pad'>
      {desk.moved !== '' && <Notice>{desk.moved}</Notice>}
      {desk.trouble !== '' && <Notice tone='warn' icon='warn'>{desk.trouble}</Notice>}
    </View>
  </View>
)
