import type { DeviceRow } from '../../../contract/device'
import { Button } from '../../ui/button'
import type { Column } from '../../ui/table-props'
import { openDevice } from './device-links'
import { STATUS_WORDS } from './wording'

const orDash = (text: string) => (text === '' ? <span className='ink3'>—</span> : text)

/** The guide's ten columns in its order (S47). `before`: rows on the pages before this one. */
export const deviceColumns = (before: number): readonly Column<DeviceRow>[] => [
  { key: 'number', title: '序号', width: '48px', cell: (_, index) => <span className='num ink3'>{before + index + 1}</span> },
  { key: 'act', title: '操作', width: '56px', cell: (device) => <Button kind='text' label={`详情 ${device.name} ${device.code}`} onClick={() => openDevice(device.id)}>详情</Button> },
  { key: 'status', title: '在档状态', width: '76px', cell: (device) => STATUS_WORDS[device.status] },
  { key: 'name', title: '设备名称', cell: (device) => device.name },
  { key: 'code', title: '唯一码', width: '80px', cell: (device) => <span className='num'>{device.code}</span> },
  { key: 'department', title: '所属科室名称', width: '104px', cell: (device) => device.department.name },
  { key: 'model', title: '规格型号', width: '168px', cell: (device) => orDash(device.model) },
  { key: 'asset', title: '设备编码', width: '84px', cell: (device) => orDash(device.assetNumber) },
  { key: 'unit', title: '单位', width: '64px', cell: (device) => orDash(device.unit) },
  { key: 'origin', title: '产地', width: '64px', cell: (device) => orDash(device.origin) },
]
