import { Text, View } from '@tarojs/components'
import { certificateHistory } from '../../../../contract/certificate'
import { dayOf } from '../../../../domain/kernel/civil-day'
import { useReachBottom } from '../../../platform/use-reach-bottom'
import { useRows } from '../../../platform/use-rows'
import { Book, Entry } from '../../../ui/entry'
import { Empty } from '../../../ui/empty'
import { ListBody } from '../../../ui/list-body'
import { Thumb } from '../../../ui/thumb'
import { clockWords } from '../day-words'
import { useViewer, viewScan } from '../view-scan'
import { changeWords, doneWords, type HistoryEntry } from './history-words'

/** Scans that a change took away: still there, for whoever may see the certificate (S32). */
const FormerScans = ({ scans }: { scans: NonNullable<HistoryEntry['formerScans']> }) => {
  const viewer = useViewer()
  return (
    <View>
      <View className='cap'>换下的扫描件</View>
      <View className='thumbs'>{scans.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void viewScan(file, viewer)} />)}</View>
    </View>
  )
}

const linesOf = ({ changes, formerScans }: HistoryEntry) => [
  ...changes.map((change) => <Text key={change.field}>{changeWords(change)}</Text>),
  ...(formerScans ? [<FormerScans key='former-scans' scans={formerScans} />] : []),
]

/** 修改记录: who changed what when, newest first (B25). */
export const HistoryList = ({ id }: { id: string }) => {
  const list = useRows(certificateHistory, { id })
  useReachBottom(list.more)
  const total = list.head?.total ?? 0
  return (
    <ListBody list={list} unit='条' safe='' empty={<Empty note='还没有修改记录。' />}>
      <Book>
        {list.rows.map((entry, at) => (
          <Entry
            key={entry.id}
            margin={<View className='num'><View>{dayOf(new Date(entry.at))}</View><View className='cap'>{clockWords(entry.at)}</View></View>}
            title={doneWords(entry, at + 1 === total)}
            extra={entry.by}
            lines={linesOf(entry)}
          />
        ))}
      </Book>
    </ListBody>
  )
}
