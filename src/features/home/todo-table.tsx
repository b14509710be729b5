import { View } from '@tarojs/components'
import type { CertificateEntry } from '../../../contract/certificate'
import { goTo } from '../../platform/navigate'
import { Button } from '../../ui/button'
import { StateInLine } from '../../ui/certificate-state'
import { Table } from '../../ui/table'
import type { Column } from '../../ui/table-props'
import { deviceWords, whose } from './wording'

const open = ({ id }: CertificateEntry) => goTo('/pages/certificate/record/detail', { id })

const columns = (today: string, mayHandle: boolean): Column<CertificateEntry>[] => [
  { key: 'state', title: '状态', width: '160px', cell: (entry) => <StateInLine facts={entry} today={today} /> },
  { key: 'who', title: '持证人', width: '88px', cell: (entry) => <View className='bold'>{whose(entry)}</View> },
  { key: 'device', title: '设备名称', cell: (entry) => <View>{deviceWords(entry).name} <View className='tbl__sub num'>{deviceWords(entry).code}</View></View> },
  { key: 'department', title: '所属科室', width: '84px', cell: (entry) => deviceWords(entry).department },
  { key: 'expires', title: '有效期至', width: '104px', cell: (entry) => <View className='num'>{entry.expiresOn}</View> },
  ...(mayHandle ? [{ key: 'do', title: '', width: '56px', cell: (entry: CertificateEntry) => <Button kind='text' label={`处理${whose(entry)}的操作证`} onClick={() => goTo('/pages/certificate/record/detail', { id: entry.id, handle: '1' })}>处理</Button> }] : []),
]

/** What needs me today, soonest first, on the desk. */
export const TodoTable = ({ todo, today, mayHandle }: { todo: readonly CertificateEntry[]; today: string; mayHandle: boolean }) => (
  <Table caption='今天要办的事' columns={columns(today, mayHandle)} rows={todo} rowKey={(entry) => entry.id} onRow={open} />
)
