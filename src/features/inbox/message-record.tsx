import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { getInboxMessage, readInboxMessage, type InboxMessage } from '../../../contract/inbox'
import { goTo } from '../../platform/navigate'
import { useCommand, useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { StateInMargin } from '../../ui/certificate-state'
import { Button } from '../../ui/button'
import { DatedText } from '../../ui/dated-text'
import { Book, Entry } from '../../ui/entry'
import { ErrorState } from '../../ui/error-state'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { StateWord } from '../../ui/state-word'
import { fullTime, READ_IS_NOT_HANDLED } from './wording'
import './inbox.scss'

type Item = InboxMessage['items'][number]

const Margin = ({ item, today }: { item: Item; today: string }) =>
  item.settled ? <StateWord state='ok' text='已处理' /> : <StateInMargin facts={{ expiresOn: item.expiresOn, longTerm: false, handling: null }} today={today} />

const ItemRow = ({ item, today, mayHandle, last }: { item: Item; today: string; mayHandle: boolean; last: boolean }) => (
  <Entry
    last={last}
    margin={<Margin item={item} today={today} />}
    title={`有效期至 ${item.expiresOn}`}
    lines={[<DatedText key='text'>{item.text}</DatedText>]}
    onClick={() => goTo('/pages/certificate/record/detail', { id: item.certificateId })}
    action={!item.settled && mayHandle ? { text: '处理', label: `处理：${item.text}`, onClick: () => goTo('/pages/certificate/record/detail', { id: item.certificateId, handle: '1' }) } : undefined}
  />
)

/** Opening a message reads it, once; reading is not handling (S35, B1). */
const useRead = (message: InboxMessage | undefined) => {
  const { run } = useCommand(readInboxMessage)
  const read = useRef<string | null>(null)
  const unreadId = message?.readAt === null ? message.id : null
  useEffect(() => {
    if (unreadId === null || read.current === unreadId) return
    read.current = unreadId
    void run({ id: unreadId })
  }, [unreadId, run])
}

const Items = ({ items, today, mayHandle }: { items: readonly Item[]; today: string; mayHandle: boolean }) => (
  <View>
    <Section title={`涉及 ${items.length} 张操作证`} bleed>
      <Book>{items.map((item, index) => <ItemRow key={item.certificateId} item={item} today={today} mayHandle={mayHandle} last={index === items.length - 1} />)}</Book>
    </Section>
    <View className='pad'><Notice>{READ_IS_NOT_HANDLED}</Notice></View>
  </View>
)

/** To what was handed in (B16). */
const Handed = ({ id }: { id: string }) => <View className='pad'><Button onClick={() => goTo('/pages/certificate/record/submission', { id })}>看这份提交</Button></View>

const About = ({ message, today }: { message: InboxMessage; today: string }) => {
  const mayHandle = useMay('certificate.handle')
  const maySee = useMay('health.read')
  if (message.submissionId !== undefined) return <Handed id={message.submissionId} />
  if (message.items.length > 0) return <Items items={message.items} today={today} mayHandle={mayHandle} />
  return maySee ? <View className='pad'><Button kind='line' onClick={() => goTo('/pages/work/health/status')}>看运行状况</Button></View> : null
}

/** One message: its sentence, and every certificate it is about; one about the clockwork itself (B18) leads to 运行状况. */
export const MessageRecord = ({ id }: { id: string }) => {
  const { data, failure, reload } = useOperation(getInboxMessage, { id })
  useRead(data?.message)
  if (failure && !data) return <ErrorState failure={failure} onRetry={() => void reload()} />
  if (!data) return <Skeleton rows={3} />
  const { message, today } = data
  return (
    <View className='inbox'>
      <View className='inbox__title'>
        <View className='cap num'>{`${fullTime(message.at, today)}\u3000电脑首页通知`}</View>
        <View className='inbox__name' role='heading' aria-level='2'>{message.title}</View>
        <View className='sub'><DatedText>{message.text}</DatedText></View>
      </View>
      <About message={message} today={today} />
    </View>
  )
}
