import { Text, View } from '@tarojs/components'
import { listInbox, type InboxMessage } from '../../../contract/inbox'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { goTo } from '../../platform/navigate'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { DatedText } from '../../ui/dated-text'
import { Press } from '../../ui/press'
import { Section } from '../../ui/section'

const when = (at: string, today: string): string => {
  const instant = new Date(at)
  return dayOf(instant) === today ? timeOf(instant).slice(0, 5) : dayOf(instant).slice(5)
}

const Row = ({ message, today }: { message: InboxMessage; today: string }) => (
  <Press className='home__msg' onClick={() => goTo('/pages/inbox/record/detail', { id: message.id })}>
    <View className='home__when num'>{when(message.at, today)}</View>
    <View className={`grow home__text ${message.readAt === null ? 'bold' : ''}`}><DatedText>{message.text}</DatedText>{message.readAt === null && <Text className='home__new'>未读</Text>}</View>
  </Press>
)

/** 电脑首页通知 (S43): the newest messages, on both editions. */
export const Notices = ({ today }: { today: string }) => {
  const { data, failure } = useOperation(listInbox, { page: 1, pageSize: 3 })
  const title = data && data.unread > 0 ? `消息 ${data.unread} 条未读` : '消息'
  return (
    <Section title={title} action={<Button kind='text' onClick={() => goTo('/pages/inbox/list')}>全部</Button>}>
      {data?.rows.map((message) => <Row key={message.id} message={message} today={today} />)}
      {data?.total === 0 && <View className='sub home__none'>还没有消息</View>}
      {failure && data === undefined && <View className='sub home__none'>{failure.message}</View>}
    </Section>
  )
}
