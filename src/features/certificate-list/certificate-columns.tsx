import type { CertificateDeviceRow } from '../../../contract/certificate'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { shortSendTime } from '../../../domain/kernel/send-time'
import { Button } from '../../ui/button'
import { StateInLine } from '../../ui/certificate-state'
import type { Column } from '../../ui/table-props'
import { editCertificate, openCertificate } from './links'

const orDash = (text: string) => (text === '' ? <span className='ink3'>—</span> : text)

const Act = ({ row, mayWrite }: { row: CertificateDeviceRow; mayWrite: boolean }) => {
  const [word, open] = mayWrite ? (['修改', editCertificate] as const) : (['详情', openCertificate] as const)
  return <Button kind='text' label={`${word} ${row.number} ${row.deviceName}`} onClick={() => open(row.certificateId)}>{word}</Button>
}

const Expiry = ({ row, today }: { row: CertificateDeviceRow; today: CivilDay }) => (
  <>
    {row.expiresOn !== null && <div className='num'>{row.expiresOn}</div>}
    <StateInLine facts={row} today={today} />
  </>
)

interface Shown {
  today: CivilDay
  mayWrite: boolean
  /** Rows on the pages before this one. */
  before: number
}

/** The guide's ten columns in its order (S8); 单位 is the device's unit of measure. Date over state in one cell. */
export const certificateColumns = ({ today, mayWrite, before }: Shown): readonly Column<CertificateDeviceRow>[] => [
  { key: 'number', title: '序号', width: '44px', cell: (_, index) => <span className='num ink3'>{before + index + 1}</span> },
  { key: 'act', title: '操作', width: '52px', cell: (row) => <Act row={row} mayWrite={mayWrite} /> },
  { key: 'device', title: '设备名称', cell: (row) => <>{row.deviceName}<div className='tbl__sub num'>{row.deviceCode}</div></> },
  { key: 'certificate', title: '证件号', width: '108px', cell: (row) => <>{orDash(row.number)}<div className='tbl__sub'>{row.holderName}</div></> },
  { key: 'expiry', title: '操作证有效期', width: '150px', cell: (row) => <Expiry row={row} today={today} /> },
  { key: 'type', title: '设备类型', width: '76px', cell: (row) => orDash(row.deviceType) },
  { key: 'department', title: '所属科室', width: '76px', cell: (row) => row.department.name },
  { key: 'lead', title: <span className='clead'>预警提前量</span>, width: '98px', align: 'right', cell: (row) => <span className='num clead'>{row.longTerm ? orDash('') : row.leadDays}</span> },
  { key: 'time', title: '发送时间', width: '72px', cell: (row) => (row.longTerm ? orDash('') : <span className='num'>{shortSendTime(row.sendTime)}</span>) },
  { key: 'unit', title: '单位', width: '56px', cell: (row) => orDash(row.unit) },
]
