import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Book } from '../../../ui/entry'
import { Icon, type IconName } from '../../../ui/icon'
import type { ChannelLine, DeliveryDay, DeliveryMark, PersonDay } from '../delivery-days'
import './deliveries.scss'

/** 没送到 has a mark of its own, so that ▲ stays with 30天内. */
const ICONS: Readonly<Record<DeliveryMark, IconName>> = { ok: 'check', wait: 'clock', missed: 'warn', none: 'info' }

/** 再发一次 for those messages that may go out once more. */
export interface Again {
  ids: ReadonlySet<string>
  busy: boolean
  resend: (id: string) => void
}

const Line = ({ line, again, who }: { line: ChannelLine; again: Again; who: string }) => (
  <View className='dlv-line'>
    <View className='dlv-line__c'>{line.channel}</View>
    <View className={`dlv-line__m dlv-line__m--${line.mark}`}><Icon name={ICONS[line.mark]} size={18} /></View>
    <View className='grow'>
      <View className={line.mark === 'missed' ? 'dlv-miss' : ''}>{line.text}</View>
      {line.reason !== '' && <View className='cap'>{line.remedy === '' ? line.reason : `${line.reason}，${line.remedy}`}</View>}
    </View>
    {again.ids.has(line.id) && <Button kind='text' busy={again.busy} label={`再发一次 ${who} ${line.channel}`} onClick={() => again.resend(line.id)}>再发一次</Button>}
  </View>
)

const Person = ({ person, because, again }: { person: PersonDay; because: string; again: Again }) => (
  <View className='dlv-person'>
    <View className='row row--base'><View className='bold'>{person.name}</View>{because !== '' && <View className='cap dlv-because'>{because}</View>}</View>
    {person.lines.map((line) => <Line key={line.id} line={line} again={again} who={person.name} />)}
  </View>
)

interface Props {
  days: readonly DeliveryDay[]
  /** 录入人, 指定人员 … of an account; '' when he is not told any more. */
  becauseOf: (accountId: string) => string
  again: Again
}

/** By day, then by person, then by channel, with the reason where something did not arrive (B7). */
export const DeliveryRecord = ({ days, becauseOf, again }: Props) => (
  <Book narrow>
    {days.map((day) => (
      <View key={day.day} className='dlv-day'>
        <View className='dlv-day__w'>
          <View className='num'>{day.date}</View>
          <View className='cap'>{day.near}</View>
          {day.turn !== '' && <View className='cap num'>{day.turn}</View>}
        </View>
        <View className='dlv-day__b'>{day.people.map((person) => <Person key={person.accountId} person={person} because={becauseOf(person.accountId)} again={again} />)}</View>
      </View>
    ))}
  </Book>
)
