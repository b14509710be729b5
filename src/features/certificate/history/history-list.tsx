import { Text, View } from '@tarojs/components'
import { certificateHistory } from '../../../../contract/certificate'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { useRows } from '../../../platform/use-rows'
import { Book, Entry } from '../../../ui/entry'
import { Empty } from '../../../ui/empty'
import { ListBody } from '../../../ui/list-body'
import { clockWords, shortDay } from '../day-words'
import { changeWords, doneWords } from './history-words'

/** 修改记录: who changed what when, newest first (B25). */
export const HistoryList = ({ id }: { id: string }) => {
  const list = useRows(certificateHistory, { id })
  useReachBottom(list.more)
  const total = list.head?.total ?? 0
  return (
    <ListBody list={list} unit='条' safe='' empty={<Empty note='还没有修改记录。' />}>
      <Book narrow>
        {list.rows.map((entry, at) => (
          <Entry
            key={entry.id}
            margin={<View className='num'><View>{shortDay(entry.at)}</View><View className='cap'>{clockWords(entry.at)}</View></View>}
            title={doneWords(entry, at + 1 === total)}
            extra={entry.by}
            lines={entry.changes.map((change) => <Text key={change.field}>{changeWords(change)}</Text>)}
          />
        ))}
      </Book>
    </ListBody>
  )
}
