import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Fields } from '../../../ui/fields'
import { Notice } from '../../../ui/notice'
import { SelectField } from '../../../ui/select-field'
import { TextField } from '../../../ui/text-field'
import type { DeviceCard } from '../draft'
import { useQuickDevice, type QuickField } from './quick-device'

const TEXTS: ReadonlyArray<readonly [field: QuickField, label: string]> = [['model', '规格型号'], ['serialNumber', '序列号'], ['unit', '单位']]

/** The small form inside the picker; what it makes is ticked at once. */
export const QuickDeviceForm = ({ onMade, onCancel }: { onMade: (device: DeviceCard) => void; onCancel: () => void }) => {
  const { fields, set, errorOf, departments, make, busy, trouble } = useQuickDevice(onMade)
  return (
    <View className='quick' role='form' aria-label='新增设备档案'>
      <View className='bold quick__t'>新增设备档案</View>
      <Fields>
        <TextField label='设备名称' required value={fields.name} error={errorOf('name')} onChange={(value) => set('name', value)} />
        <SelectField label='所属科室' required value={fields.departmentId === '' ? null : fields.departmentId} options={departments} error={errorOf('departmentId')} onChange={(value) => set('departmentId', value ?? '')} />
        {TEXTS.map(([field, label]) => <TextField key={field} label={label} value={fields[field]} error={errorOf(field)} onChange={(value) => set(field, value)} />)}
      </Fields>
      {trouble !== '' && <Notice icon='warn' tone='warn'>{trouble}</Notice>}
      <View className='quick__f'>
        <Button kind='line' onClick={onCancel}>不新增了</Button>
        <Button kind='line' busy={busy} onClick={() => void make()}>建档并选中</Button>
      </View>
    </View>
  )
}
