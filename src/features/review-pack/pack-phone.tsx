import { Text } from '@tarojs/components'
import { packDevices } from '../../../contract/review'
import { goTo } from '../../platform/navigate'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { Empty } from '../../ui/empty'
import { Book, Entry } from '../../ui/entry'
import { ListBody } from '../../ui/list-body'
import { PackPapers } from './pack-papers'
import type { PackAsked } from './use-pack'

/** The devices of the pack on the phone: one entry each. */
export const PackPhone = ({ asked, stamp }: { asked: PackAsked; stamp: string }) => {
  const list = useRows(packDevices, asked)
  useReachBottom(list.more)
  return (
    <ListBody list={list} unit='台' safe='' empty={<Empty note='这个范围没有设备。' />}>
      <Book narrow>
        {list.rows.map((row) => (
          <Entry
            key={row.id}
            margin={<Text className='num'>{row.code}</Text>}
            title={row.name}
            extra={row.department}
            lines={[<PackPapers key='papers' row={row} stamp={stamp} />]}
            action={{ text: '设备', label: `打开设备 ${row.code}`, onClick: () => goTo('/pages/device/record/detail', { id: row.id }) }}
          />
        ))}
      </Book>
    </ListBody>
  )
}
