import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { DeviceRow } from '../../../contract/device'
import { Entry } from '../../ui/entry'
import { Mark } from '../../ui/mark'
import { STATUS_WORDS } from './wording'
import './device-list.scss'

/** People who may operate it today; none is told by mark, number and colour (B4). */
const Holders = ({ count }: { count: number }) => (
  <View className={`holders num ${count === 0 ? 'over' : ''}`}>
    {count === 0 && <Mark state='over' />}
    <Text className='holders__n'>{count}</Text>
    <Text className='holders__u'>人</Text>
  </View>
)

const Facts = ({ device }: { device: DeviceRow }) => (
  <View className='dfacts'>
    <Text>{device.department.name}</Text>
    {device.model !== '' && <Text className='dfacts__x'>{device.model}</Text>}
    {device.status !== 'in-service' && <Text className='dfacts__s'>{STATUS_WORDS[device.status]}</Text>}
  </View>
)

interface Props {
  device: DeviceRow
  onOpen: (id: string) => void
}

/** One device of the ledger; drawn again only when the device itself changed. */
export const DeviceEntry = memo(({ device, onOpen }: Props) => (
  <Entry
    margin={<Text className='num'>{device.code}</Text>}
    title={device.name}
    extra={<Holders count={device.validHolders} />}
    lines={[<Facts key='facts' device={device} />]}
    onClick={() => onOpen(device.id)}
  />
))
DeviceEntry.displayName = 'DeviceEntry'
