import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { callHolder } from '../../../contract/device'
import { failureWords } from '../../platform/failure-words'
import { phoneCall } from '../../platform/phone-call'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { useIsWide } from '../../platform/width'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Mark } from '../../ui/mark'
import { Press } from '../../ui/press'
import { StateInLine } from '../../ui/certificate-state'
import { openCertificate } from './device-links'
import { forecast, type Holder } from './holders-forecast'
import { CALL_FAILURES, NO_HOLDER } from './wording'
import './device-record.scss'

interface CallProps { deviceId: string; holder: Holder }

/** One tap from the scanned device to his phone (B35); the desk shows the number. */
const Call = ({ deviceId, holder }: CallProps) => {
  const wide = useIsWide()
  const [number, setNumber] = useState('')
  const { run, busy, failure } = useCommand(callHolder)
  useEffect(() => {
    if (failure) toast(failureWords(failure.code, failure.detail, CALL_FAILURES))
  }, [failure])
  const dial = async (): Promise<void> => {
    const answer = await run({ deviceId, certificateId: holder.certificateId })
    if (answer === null) return
    if (wide) setNumber(answer.phone)
    else phoneCall(answer.phone)
  }
  return number === '' ? <Button kind='text' busy={busy} label={`打电话给${holder.name}`} onClick={() => void dial()}>打电话</Button> : <Text className='num may__call'>{number}</Text>
}

const Person = ({ holder, today, deviceId }: { holder: Holder; today: string; deviceId: string }) => (
  <View className='may__r'>
    <Press className='may__p' onClick={() => openCertificate(holder.certificateId)}>
      <View className='grow'>
        <View className='may__w'>
          <Text className='bold'>{holder.name === '' ? '未填姓名' : holder.name}</Text>
          {holder.supervised && <Text className='cap'>带教下操作</Text>}
          {holder.title !== '' && <Text className='cap'>{holder.title}</Text>}
        </View>
        <View className='may__s'>
          <StateInLine facts={{ ...holder, handling: null }} today={today} />
          {holder.expiresOn !== null && <Text className='cap num'>至 {holder.expiresOn}</Text>}
        </View>
      </View>
      <Icon name='right' size={18} />
    </Press>
    {holder.callable && <Call deviceId={deviceId} holder={holder} />}
  </View>
)

const outlookOf = (alone: readonly Holder[], { wanted, today }: { wanted: number; today: string }): string =>
  [wanted > 1 ? `应有 ${wanted} 人` : '', forecast(alone, today)].filter((words) => words !== '').join('，')

/** Who is not counted, and beside whom: 「带教老师：张伟、李四」. */
const Notes = ({ alone, learners, absent }: { alone: readonly Holder[]; learners: number; absent: number }) => (
  <View>
    {learners > 0 && <View className='cap may__note'>{`规培、进修人员在持证人员带教下操作。带教：${alone.map(({ name }) => name).join('、')}`}</View>}
    {absent > 0 && <View className='cap may__note'>{`另有 ${absent} 位持证人暂离或离职，未列入。`}</View>}
  </View>
)

interface Props { holders: readonly Holder[]; wanted: number; today: string; deviceId?: string; absent?: number }

/** Who may operate this device today (B4, B35): the one answer of the screen, then each holder with state, date and phone. */
export const HoldersToday = ({ holders, wanted, today, deviceId = '', absent = 0 }: Props) => {
  const alone = holders.filter(({ supervised }) => !supervised)
  const none = alone.length === 0
  const outlook = outlookOf(alone, { wanted, today })
  return (
    <View className='may'>
      <View className='may__h'>
        <View className='grow'>
          <View className='may__t' role='heading' aria-level='2'>今日可操作</View>
          {outlook !== '' && <View className='cap'>{outlook}</View>}
        </View>
        <View className={`may__n num ${none ? 'over' : ''}`}><Text className='may__b'>{alone.length}</Text><Text className='may__u'>人</Text></View>
      </View>
      {none && <View className='may__none over'><Mark state='over' />{NO_HOLDER}</View>}
      {holders.map((holder) => <Person key={holder.certificateId} holder={holder} today={today} deviceId={deviceId} />)}
      <Notes alone={alone} learners={holders.length - alone.length} absent={absent} />
    </View>
  )
}
