import { View } from '@tarojs/components'
import { setPresence } from '../../../contract/person'
import type { Presence } from '../../../domain/person/person'
import { PRESENCE_WORDS } from '../../../domain/person/person-words'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { useIsWide } from '../../platform/width'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { editPerson } from './links'
import type { Known } from './known'
import { personFailure } from './wording'

const NOTES: Readonly<Record<Presence, string>> = {
  present: '离职、转科会先列出他的证和提醒，再办。',
  away: '暂离的人仍收提醒；长期不在的，请办理工作交接。',
  left: '已离职。他的证仍在，请逐张核对是否注销。',
}

/** What can be done with somebody's presence. */
export const PresenceActions = ({ data: { person, version }, onLeave, onMove }: { data: Known; onLeave: () => void; onMove: () => void }) => {
  const { run, busy, failure } = useCommand(setPresence)
  const wide = useIsWide()
  const change = async (presence: Presence) => {
    if (await run({ id: person.id, version, presence, account: null })) toast(`已改为${PRESENCE_WORDS[presence]}`)
  }
  return (
    <Section title='办理'>
      <View className='pdo'>
        {!wide && <Button kind='line' onClick={() => editPerson(person.id)}>修改</Button>}
        {person.presence !== 'left' && <Button kind='line' onClick={onMove}>转科</Button>}
        {person.presence !== 'left' && <Button kind='line' onClick={onLeave}>离职</Button>}
        {person.presence === 'present' && <Button kind='text' busy={busy} onClick={() => void change('away')}>改为暂离</Button>}
        {person.presence !== 'present' && <Button kind='line' busy={busy} onClick={() => void change('present')}>改为在岗</Button>}
      </View>
      <View className='cap pnote'>{NOTES[person.presence]}</View>
      {failure && <Notice tone='warn' icon='warn'>{personFailure(failure.code, failure.detail)}</Notice>}
    </Section>
  )
}
