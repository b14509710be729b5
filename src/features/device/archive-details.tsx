import { View } from '@tarojs/components'
import type { DeviceRow } from '../../../contract/device'
import type { DeviceFields } from '../../../domain/device/device'
import { Fact } from '../../ui/fact'
import { CATALOGUE_LABEL, CLASS_LABEL, OPTIONAL_FIELDS, REQUIRED_LABELS, TYPE_LABEL } from './archive-fields'
import { STATUS_WORDS } from './wording'
import './device-record.scss'

/** 档案详情: the archive's eighteen fields in the guide's order (S44), with what the system keeps of the device beside them. */
export const ArchiveDetails = ({ device, fields }: { device: DeviceRow; fields: DeviceFields }) => (
  <View className='pad facts'>
    <Fact name='唯一码'>{device.code}</Fact>
    <Fact name='在档状态'>{STATUS_WORDS[device.status]}</Fact>
    <Fact name={REQUIRED_LABELS.name}>{fields.name}</Fact>
    <Fact name={REQUIRED_LABELS.departmentId}>{device.department.name}</Fact>
    {OPTIONAL_FIELDS.map(({ field, label }) => <Fact key={field} name={label}>{fields[field]}</Fact>)}
    <Fact name={TYPE_LABEL}>{fields.type}</Fact>
    <Fact name={CLASS_LABEL}>{fields.largeClass}</Fact>
    <Fact name={CATALOGUE_LABEL}>{fields.catalogue}</Fact>
    <Fact name='维保服务商'>{device.maintainer}</Fact>
  </View>
)
