import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listDeviceRecords, removeDeviceRecord, type DeviceRecord } from '../../../contract/device'
import type { RecordKind } from '../../../domain/device/record'
import { confirm } from '../../platform/confirm'
import { openFile } from '../../platform/open-file'
import { phoneCall } from '../../platform/phone-call'
import { useCommand, useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { Fact } from '../../ui/fact'
import { Pager } from '../../ui/pager'
import { Skeleton } from '../../ui/skeleton'
import { Thumb } from '../../ui/thumb'
import { RecordSheet } from './record-sheet'
import { RECORD_WORDS } from './record-words'
import { LIST_SAFE } from './wording'
import './device-record.scss'

const Phone = ({ number }: { number: string }) => <Button kind='text' label={`拨打 ${number}`} onClick={() => phoneCall(number)}>{number}</Button>

const Facts = ({ record }: { record: DeviceRecord }) => {
  const words = RECORD_WORDS[record.kind]
  return (
    <>
      <Fact name={words.on}><Text className='num'>{record.on}</Text></Fact>
      {record.until !== null && <Fact name='合同到期日'><Text className='num'>{record.until}</Text></Fact>}
      {record.person !== '' && <Fact name={words.person}>{record.person}</Fact>}
      {record.phone !== '' && <Fact name='联系电话'><Phone number={record.phone} /></Fact>}
      {record.note !== '' && <Fact name='说明'>{record.note}</Fact>}
      <Fact name='录入人'>{record.by}</Fact>
    </>
  )
}

const Entry = ({ record, onRemove }: { record: DeviceRecord; onRemove?: () => void }) => (
  <View className='dcert'>
    <View className='dcert__h'>
      <Text className='bold'>{record.title}</Text>
      {onRemove && <Button kind='text' label={`删除 ${record.title} ${record.on}`} onClick={onRemove}>删除</Button>}
    </View>
    <Facts record={record} />
    {record.attachments.length > 0 && (
      <View className='thumbs'>{record.attachments.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openFile(file)} />)}</View>
    )}
  </View>
)

const PAGE_SIZE = 20

interface Props {
  deviceId: string
  kind: RecordKind
  today: string
}

/** The button and the sheet of a new record; a transfer is written by 转科 alone. */
const Add = ({ deviceId, kind, today }: Props) => {
  const [open, setOpen] = useState(false)
  if (kind === 'transfer') return null
  return (
    <>
      <Button kind='text' icon='plus' onClick={() => setOpen(true)}>{RECORD_WORDS[kind].add}</Button>
      {open && <RecordSheet deviceId={deviceId} kind={kind} today={today} onClose={() => setOpen(false)} />}
    </>
  )
}

/** 维保商, 历史工单 or 转科记录 (S48), the latest first. */
export const DeviceRecords = ({ deviceId, kind, today }: Props) => {
  const [page, setPage] = useState(1)
  const { data, failure, reload } = useOperation(listDeviceRecords, { deviceId, kind, page, pageSize: PAGE_SIZE })
  const { run } = useCommand(removeDeviceRecord)
  const mayWrite = useMay('device.write')
  const remove = async ({ id, title }: DeviceRecord) => {
    if (await confirm({ title: '删除这条记录？', text: title, yes: '删除' })) await run({ id })
  }
  const removal = (record: DeviceRecord) => (mayWrite && kind !== 'transfer' ? () => void remove(record) : undefined)
  if (data === undefined) return failure ? <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} /> : <Skeleton shape='text' />
  return (
    <View className='pad'>
      {mayWrite && <Add deviceId={deviceId} kind={kind} today={today} />}
      {data.total === 0 && <Empty note={RECORD_WORDS[kind].empty} />}
      {data.rows.map((record) => <Entry key={record.id} record={record} onRemove={removal(record)} />)}
      {data.total > PAGE_SIZE && <Pager page={page} pageSize={PAGE_SIZE} total={data.total} summary={`共 ${data.total} 条`} onPage={setPage} />}
    </View>
  )
}
