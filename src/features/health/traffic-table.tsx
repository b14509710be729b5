import type { Health } from '../../../contract/health'
import { CHANNELS, type Channel } from '../../../domain/reminder/channel'
import { HEALTH_CHANNEL_WORDS } from '../../../domain/health/alarm-words'
import { Table } from '../../ui/table'
import type { Column } from '../../ui/table-props'
import { dayName, trafficCell } from './wording'

type Day = Health['days'][number]

const Cell = ({ day, channel }: { day: Day; channel: Channel }) => {
  const traffic = day.channels.find((each) => each.channel === channel)
  if (!traffic) return null
  const { sent, rest, alarm } = trafficCell(traffic)
  return <span className='num'>{sent}{rest !== '' && <span className={`hl-rest ${alarm ? 'hl-rest--alarm' : ''}`}>{rest}</span>}</span>
}

/** The last seven days on the desk: a day per row, what each channel sent, and small what it did not. */
export const TrafficTable = ({ health: { days, today } }: { health: Health }) => {
  const columns: Array<Column<Day>> = [
    { key: 'day', title: '日期', width: '110px', cell: ({ day }) => <span className='num'>{dayName(day, today)}</span> },
    ...CHANNELS.map((channel): Column<Day> => ({ key: channel, title: `${HEALTH_CHANNEL_WORDS[channel]}发出`, cell: (day) => <Cell day={day} channel={channel} /> })),
  ]
  return <Table caption='近 7 天的发送' columns={columns} rows={days} rowKey={({ day }) => day} />
}
