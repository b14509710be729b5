import { Text } from '@tarojs/components'
import { coverMatrix, type CoverRow } from '../../../contract/cover'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { goBack } from '../../platform/navigate'
import { useToday } from '../../platform/server-clock'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { useMay } from '../../platform/use-self'
import { Book, Entry } from '../../ui/entry'
import { ListBody } from '../../ui/list-body'
import { PageFrame } from '../../ui/page-frame'
import { Pager } from '../../ui/pager'
import { TableBody } from '../../ui/table-body'
import { isApart, type PersonCover } from './by-person'
import { CoverPeople } from './cover-people'
import { CoverTools } from './cover-tools'
import { CLEARED, coverQuery, useCoverFilters } from './filters'
import { openDevice, openPerson } from './links'
import { NoCover } from './no-cover'
import { PeopleNotice } from './people-notice'
import { usePeople } from './use-people'
import { deviceWords, NOBODY } from './wording'

type View = ReturnType<typeof useCoverFilters>

/** One entry per device (B35). */
const ByDevice = ({ view: { filters, change }, on }: { view: View; on: CivilDay }) => {
  const list = useRows(coverMatrix, coverQuery(filters))
  useReachBottom(list.more)
  return (
    <ListBody list={list} unit='台' safe='' empty={<NoCover filters={filters} onClear={() => change(CLEARED)} />}>
      <Book narrow>
        {list.rows.map((row) => (
          <Entry key={row.id} margin={<Text className='num'>{row.code}</Text>} title={row.name} extra={row.department.name} lines={[<CoverPeople key='who' row={row} on={on} />]} onClick={() => openDevice(row.id)} />
        ))}
      </Book>
    </ListBody>
  )
}

const linesOf = ({ holds }: PersonCover, devices: readonly CoverRow[]): string[] =>
  (holds.size === 0 ? [NOBODY] : devices.flatMap((row) => { const holder = holds.get(row.id); return holder ? [deviceWords(row, holder)] : [] }))

/** One entry per person, with the page's devices that he may operate (B4). */
const ByPerson = ({ view: { filters, change } }: { view: View }) => {
  const known = usePeople(filters)
  const mayOpen = useMay('person.read')
  const { asked, devices, people } = known
  return (
    <TableBody asked={asked} safe='' empty={<NoCover filters={filters} onClear={() => change(CLEARED)} />}>
      <PeopleNotice {...known} />
      <Book narrow>
        {people.map((person) => (
          <Entry
            key={person.id}
            margin={<Text className='num'>{`${person.holds.size} 台`}</Text>}
            title={person.name === '' ? '未填姓名' : person.name}
            extra={isApart(person, people) ? '未关联人员档案' : person.title}
            lines={linesOf(person, devices)}
            onClick={mayOpen && person.personId !== null ? () => openPerson(person.personId ?? '') : undefined}
          />
        ))}
      </Book>
      <Pager page={filters.page} pageSize={filters.pageSize} total={asked.data?.total ?? 0} summary={`共 ${asked.data?.total ?? 0} 台设备`} onPage={(page) => change({ page })} />
    </TableBody>
  )
}

/** 谁可操作 on the phone: by device or by person (B4, B31, B35). */
export const CoverPhoneList = () => {
  const view = useCoverFilters()
  const today = useToday()
  const on = view.filters.on ?? today
  return (
    <PageFrame title='谁可操作' back={() => goBack('/pages/certificate/list')} top={<CoverTools {...view} />}>
      {view.filters.view === 'people' ? <ByPerson view={view} /> : <ByDevice view={view} on={on} />}
    </PageFrame>
  )
}
