import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../../contract/operation'
import { myCertificates, type MyCertificate } from '../../../../contract/person-account'
import { calendarEntry } from '../../../../domain/certificate/calendar-entry'
import { addToCalendar } from '../../../platform/add-to-calendar'
import { call } from '../../../platform/call'
import { goBack, goTo } from '../../../platform/navigate'
import { openFile } from '../../../platform/open-file'
import { useOperation } from '../../../platform/use-operation'
import { useMay } from '../../../platform/use-self'
import { Button } from '../../../ui/button'
import { StateInMargin } from '../../../ui/certificate-state'
import { Empty } from '../../../ui/empty'
import { Book, Entry } from '../../../ui/entry'
import { ErrorState } from '../../../ui/error-state'
import { PageFrame } from '../../../ui/page-frame'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { Thumb } from '../../../ui/thumb'
import { EM } from '../day-words'
import './submission.scss'

type Known = OutputOf<typeof myCertificates>

/** By a link made now, since links live ten minutes. */
async function openOwn(file: MyCertificate['attachments'][number]): Promise<void> {
  const fresh = await call(myCertificates, {}).catch(() => null)
  await openFile(fresh?.rows.flatMap(({ attachments }) => attachments).find(({ id }) => id === file.id) ?? file)
}

const devicesOf = ({ devices, deviceCount }: MyCertificate['entry']): string => {
  const [first] = devices
  if (first === undefined) return ''
  return deviceCount > 1 ? `${first.name} ${first.code} 等 ${deviceCount} 台` : `${first.name} ${first.code}`
}

const untilOf = ({ expiresOn, longTerm }: MyCertificate['entry']): string => (longTerm ? '长期有效' : `有效期至 ${expiresOn ?? '未填'}`)

const Acts = ({ row, today }: { row: MyCertificate; today: string }) => {
  const maySubmit = useMay('submission.write')
  const { entry, waiting } = row
  const calendar = calendarEntry({ ...entry, deviceNames: entry.devices.map(({ name }) => name) }, today)
  const submitted = waiting && <Button kind='text' label={`看 ${entry.number} 的提交`} onClick={() => goTo('/pages/certificate/record/submission', { id: waiting.id })}>待审核，看提交</Button>
  return (
    <View className='mine__do'>
      {submitted}
      {!waiting && maySubmit && entry.handling?.kind !== 'revoked' && <Button kind='text' label={`提交换证 ${entry.number}`} onClick={() => goTo('/pages/certificate/record/submit', { certificate: entry.id })}>提交换证</Button>}
      {calendar && <Button kind='text' label={`加到手机日历 ${entry.number}`} onClick={() => void addToCalendar(calendar)}>加到手机日历</Button>}
    </View>
  )
}

const Card = ({ row, today, last }: { row: MyCertificate; today: string; last: boolean }) => {
  const { entry, attachments, mayOpen } = row
  return (
    <View className={`mine ${last ? 'mine--last' : ''}`}>
      <Entry
        last
        margin={<StateInMargin facts={entry} today={today} />}
        title={entry.typeName === '' ? '设备操作证' : entry.typeName}
        extra={entry.number}
        lines={[untilOf(entry), devicesOf(entry)].filter((line) => line !== '')}
        onClick={mayOpen ? () => goTo('/pages/certificate/record/detail', { id: entry.id }) : undefined}
      />
      <View className='mine__b'>
        {attachments.length > 0 && <View className='thumbs'>{attachments.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openOwn(file)} />)}</View>}
        <Acts row={row} today={today} />
      </View>
    </View>
  )
}

const UNLINKED = '您的账号还没有对应到人员档案。请设备科在「账号管理」里对应到您本人，之后您的证书就会列在这里。'
const NONE = '还没有归到您名下的证书。请设备科在您的人员档案里核对，或拍照提交新证。'

const Submitted = () => (
  <Section title='我提交的' action={<Button kind='text' label='打开我提交的' onClick={() => goTo('/pages/certificate/record/submissions', { mine: '1' })}>打开</Button>}>
    <View className='sub'>提交的换证和新证，审核到了哪一步。</View>
  </Section>
)

const addNew = () => goTo('/pages/certificate/record/submit')

const whoWords = ({ name, staffNumber, department, title }: NonNullable<Known['person']>): string =>
  [name, staffNumber, department?.name ?? '', title].filter((word) => word !== '').join(EM)

const Rows = ({ data: { person, rows, today }, add }: { data: Known; add: ReactNode }) => (rows.length === 0
  ? <Empty text={person ? '暂无数据' : '还没有对应到您本人'} note={person ? NONE : UNLINKED} action={add} />
  : <Book>{rows.map((row, at) => <Card key={row.entry.id} row={row} today={today} last={at === rows.length - 1} />)}</Book>)

const Mine = ({ data, add }: { data: Known; add: ReactNode }) => (
  <View className='mine-page'>
    {data.person && <View className='pad sub'>{whoWords(data.person)}</View>}
    <Rows data={data} add={add} />
    {add !== undefined && <Submitted />}
    {data.rows.length > 0 && <View className='pad mine__add'>{add}</View>}
  </View>
)

/** 我的证书 (B27): the certificates of the caller's own record, with what he can do about each. */
export const MyCertificates = () => {
  const { data, failure, reload } = useOperation(myCertificates, {})
  const maySubmit = useMay('submission.write')
  const add = maySubmit ? <Button kind='line' icon='plus' onClick={addNew}>提交新证</Button> : undefined
  return (
    <PageFrame title='我的证书' back={() => goBack('/pages/me/me')} breadcrumb={['我的', '我的证书']} action={add}>
      {data && <Mine data={data} add={add} />}
      {data === undefined && (failure === null ? <Skeleton /> : <ErrorState failure={failure} safe='证书和提醒都不受影响。' onRetry={() => void reload()} />)}
    </PageFrame>
  )
}
