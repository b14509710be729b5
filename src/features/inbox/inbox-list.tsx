import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listInbox, readInboxMessage, type InboxMessage } from '../../../contract/inbox'
import { goTo } from '../../platform/navigate'
import { useToday } from '../../platform/server-clock'
import { useCommand, useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { DatedText } from '../../ui/dated-text'
import { Book, Entry } from '../../ui/entry'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { Pager } from '../../ui/pager'
import { Skeleton } from '../../ui/skeleton'
import { messageTime } from './wording'
import './inbox.scss'

const PAGE = 10

const Row = ({ message, today, last }: { message: InboxMessage; today: string; last: boolean }) => {
  const open = message.items.filter((item) => !item.settled).length
  const { run } = useCommand(readInboxMessage)
  return (
    <Entry
      last={last}
      margin={<View className='num ink1'>{messageTime(message.at, today)}</View>}
      title={<View className={message.readAt === null ? '' : 'inbox__read'}>{message.title}</View>}
      extra={message.readAt === null ? <Text className='inbox__new'>未读</Text> : '已读'}
      lines={[<DatedText key='text'>{message.text}</DatedText>, ...(message.items[0] ? [open > 0 ? `${open} 张还没处理` : '都已处理'] : [])]}
      onClick={() => goTo('/pages/inbox/record/detail', { id: message.id })}
      action={message.readAt === null ? { text: '标记已读', label: `标记已读：${message.text}`, onClick: () => void run({ id: message.id }) } : undefined}
    />
  )
}

/** 消息: newest first. */
export const InboxList = () => {
  const [page, setPage] = useState(1)
  const today = useToday()
  const { data, failure, refreshing, reload } = useOperation(listInbox, { page, pageSize: PAGE })
  if (failure && !data) return <ErrorState failure={failure} safe='提醒由服务器发送，不受影响。' onRetry={() => void reload()} />
  if (!data) return <Skeleton />
  if (data.total === 0) return <Empty note='有操作证到了预警的日子，消息会在这里。' />
  return (
    <View className='inbox__list'>
      <View className='pad row inbox__sum'>
        <View className='cap grow'>{data.unread > 0 ? `共 ${data.total} 条，${data.unread} 条未读` : `共 ${data.total} 条，都已读`}</View>
        <Button kind='text' icon='refresh' busy={refreshing} onClick={() => void reload()}>刷新</Button>
      </View>
      <Book narrow>{data.rows.map((message, index) => <Row key={message.id} message={message} today={today} last={index === data.rows.length - 1} />)}</Book>
      <Pager page={data.page} pageSize={data.pageSize} total={data.total} onPage={setPage} />
    </View>
  )
}
