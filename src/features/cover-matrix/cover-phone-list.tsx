import { Text } from '@tarojs/components'
import { coverMatrix } from '../../../contract/cover'
import { goBack, goTo } from '../../platform/navigate'
import { useToday } from '../../platform/server-clock'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { Book, Entry } from '../../ui/entry'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { CoverPeople } from './cover-people'
import { CoverTools } from './cover-tools'
import { CLEARED, coverQuery, useCoverFilters } from './filters'
import { NoCover } from './no-cover'

/** 谁可操作 on the phone: one entry per device (B4, B35). */
export const CoverPhoneList = () => {
  const { filters, change } = useCoverFilters()
  const list = useRows(coverMatrix, coverQuery(filters))
  const today = useToday()
  const on = filters.on ?? today
  useReachBottom(list.more)
  return (
    <PageFrame title='谁可操作' back={() => goBack('/pages/certificate/list')} top={<CoverTools filters={filters} change={change} />}>
      <ListBody list={list} unit='台' safe='' empty={<NoCover filters={filters} onClear={() => change(CLEARED)} />}>
        <Book narrow>
          {list.rows.map((row) => (
            <Entry key={row.id} margin={<Text className='num'>{row.code}</Text>} title={row.name} extra={row.department.name} lines={[<CoverPeople key='who' row={row} on={on} />]} onClick={() => goTo('/pages/device/record/detail', { id: row.id })} />
          ))}
        </Book>
      </ListBody>
    </PageFrame>
  )
}
