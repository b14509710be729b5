import { memo } from 'react'
import type { DeviceRow } from '../../../contract/device'
import { Entry } from '../../ui/entry'
import { Mark } from '../../ui/mark'
import { Box, Span } from '../../ui/plain'
import { STATUS_WORDS } from './wording'
import './device-list.scss'

/** People who may operate it today; none is told by mark, number and colour (B4). */
const Holders = ({ count }: { count: number }) => (
  <Box className={`holders num ${count === 0 ? 'over' : ''}`}>
    {count === 0 && <Mark state='over' />}
    <Span className='holders__n'>{count}</Span>
    <Span className='holders__u'>人</Span>
  </Box>
)

const Facts = ({ device }: { device: DeviceRow }) => (
  <Box className='dfacts'>
    <Span>{device.department.name}</Span>
    {device.model !== '' && <Span className='dfacts__x'>{device.model}</Span>}
    {device.status !== 'in-service' && <Span className='dfacts__s'>{STATUS_WORDS[device.status]}</Span>}
  </Box>
)

interface Props {
  device: DeviceRow
  onOpen: (id: string) => void
}

/** One device of the ledger; drawn again only when the device itself changed. */
export const DeviceEntry = memo(({ device, onOpen }: Props) => (
  <Entry
    margin={<Span className='num'>{device.code}</Span>}
    title={device.name}
    extra={<Holders count={device.validHolders} />}
    lines={[<Facts key='facts' device={device} />]}
    onClick={() => onOpen(device.id)}
  />
))
DeviceEntry.displayName = 'DeviceEntry'
