import { Text, View } from '@tarojs/components'
import { listAudit } from '../../../contract/audit'
import { changeWords, doneWords } from '../../../domain/audit/words'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { goBack } from '../../platform/navigate'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { Button } from '../../ui/button'
import { Book, Entry } from '../../ui/entry'
import { Empty } from '../../ui/empty'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { AuditTools } from './audit-tools'
import { auditQuery, CLEARED, useAuditFilters } from './filters'
import './audit.scss'

const When = ({ at }: { at: string }) => (
  <View className='num'>
    <View>{dayOf(new Date(at)).slice(5)}</View>
    <View className='cap'>{timeOf(new Date(at)).slice(0, 5)}</View>
  </View>
)

/** 审计日志 on the phone (B25). */
export const AuditPhone = () => {
  const { filters, change } = useAuditFilters()
  const list = useRows(listAudit, auditQuery(filters))
  useReachBottom(list.more)
  const empty = <Empty note='没有符合条件的记录。' action={<Button kind='line' onClick={() => change(CLEARED)}>清空条件</Button>} />
  return (
    <PageFrame title='审计日志' back={() => goBack('/pages/me/me')} top={<View className='pad'><AuditTools filters={filters} change={change} /></View>}>
      <ListBody list={list} unit='条' safe='记录都还在。' empty={empty}>
        <Book narrow>
          {list.rows.map((entry, at) => (
            <Entry
              key={entry.id}
              last={at === list.rows.length - 1}
              margin={<When at={entry.at} />}
              title={doneWords(entry.operation)}
              extra={entry.by}
              lines={[...(entry.about === '' ? [] : [entry.about]), ...entry.changes.map((touched) => <Text key={touched.field}>{changeWords(touched)}</Text>)]}
            />
          ))}
        </Book>
      </ListBody>
    </PageFrame>
  )
}
