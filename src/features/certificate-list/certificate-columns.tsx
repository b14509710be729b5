import type { CertificateDeviceRow } from '../../../contract/certificate'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { shortSendTime } from '../../../domain/kernel/send-time'
import { Button } from '../../ui/button'
import { StateInLine } from '../../ui/certificate-state'
import type { Column } from '../../ui/table-props'
import { isNearEnd } from './entry-words'
import type { ListKind } from './kinds'
import { editCertificate, openCertificate, renewCertificate } from './links'

const orDash = (text: string) => (text === '' ? <span className='ink3'>—</span> : text)

const Act = ({ row, shown: { mayWrite, today } }: { row: CertificateDeviceRow; shown: Shown }) => {
  const acts = mayWrite ? [['修改', editCertificate] as const, ...(isNearEnd(row, today) ? [['换证', renewCertificate] as const] : [])] : [['详情', openCertificate] as const]
  return <div className='cacts'>{acts.map(([word, open]) => <Button key={word} kind='text' label={`${word} ${row.number} ${row.deviceName}`} onClick={() => open(row.certificateId)}>{word}</Button>)}</div>
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
  kind: ListKind
  order: NonNullable<Column<CertificateDeviceRow>['order']>
  nameOf: (typeId: string) => string
}

/** One that names no device is called by its type. */
const Device = ({ row, typeName }: { row: CertificateDeviceRow; typeName: string }) =>
  (row.deviceId === '' ? <>{typeName}<div className='tbl__sub'>不关联设备</div></> : <>{row.deviceName}<div className='tbl__sub num'>{row.deviceCode}</div></>)

/** 设备操作证 and 设备配置许可证 are about a device, 人员资质 about a person. */
const subjectColumns = ({ kind, nameOf }: Shown): readonly Column<CertificateDeviceRow>[] => (kind.menu === 'staff-qualification'
  ? [
      { key: 'holder', title: '姓名', width: '108px', cell: (row) => orDash(row.holderName) },
      { key: 'kind', title: '证件类型', cell: (row) => orDash(nameOf(row.typeId)) },
      { key: 'certificate', title: '证件号', width: '140px', cell: (row) => orDash(row.number) },
    ]
  : [
      { key: 'device', title: '设备名称', cell: (row) => <Device row={row} typeName={nameOf(row.typeId)} /> },
      { key: 'certificate', title: '证件号', width: '108px', cell: (row) => <>{orDash(row.number)}<div className='tbl__sub'>{row.holderName}</div></> },
    ])

const EXPIRY_TITLES = { 'device-certificate': '操作证有效期', 'device-licence': '许可证有效期', 'staff-qualification': '有效期', 'device-upkeep': '下次保养', 'device-metrology': '计量有效期' } as const

const ofDevice = ({ kind }: Shown, columns: readonly Column<CertificateDeviceRow>[]): readonly Column<CertificateDeviceRow>[] => (kind.menu === 'staff-qualification' ? [] : columns)

/** The guide's ten columns in its order (S8); 单位 is the device's unit of measure. Date over state in one cell. 人员资质 has those that are not a device's. */
export const certificateColumns = (shown: Shown): readonly Column<CertificateDeviceRow>[] => [
  { key: 'number', title: '序号', width: '44px', cell: (_, index) => <span className='num ink3'>{shown.before + index + 1}</span> },
  { key: 'act', title: '操作', width: shown.mayWrite ? '92px' : '52px', cell: (row) => <Act row={row} shown={shown} /> },
  ...subjectColumns(shown),
  { key: 'expiry', title: EXPIRY_TITLES[shown.kind.menu], width: '150px', order: shown.order, cell: (row) => <Expiry row={row} today={shown.today} /> },
  ...ofDevice(shown, [{ key: 'type', title: '设备类型', width: '76px', cell: (row) => orDash(row.deviceType) }]),
  { key: 'department', title: '所属科室', width: '76px', cell: (row) => orDash(row.department.name) },
  { key: 'lead', title: <span className='clead'>预警提前量</span>, width: '98px', align: 'right', cell: (row) => <span className='num clead'>{row.longTerm ? orDash('') : row.leadDays}</span> },
  { key: 'time', title: '发送时间', width: '72px', cell: (row) => (row.longTerm ? orDash('') : <span className='num'>{shortSendTime(row.sendTime)}</span>) },
  ...ofDevice(shown, [{ key: 'unit', title: '单位', width: '56px', cell: (row) => orDash(row.unit) }]),
]
