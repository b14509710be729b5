import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Pager } from '../../../ui/pager'
import { DeviceTablePicker } from './device-table-picker'
import { usePicking, type PickerProps } from './picker-props'
import { useDevicePage } from './use-device-page'

const Inside = ({ initial, onDone, onCancel, onDetail }: PickerProps) => {
  const picking = usePicking(initial)
  const list = useDevicePage()
  const footer = (
    <>
      <View className='pick-sum'>
        <View className='bold'>{`已选 ${picking.chosen.length} 台`}</View>
        <View className='cap'>翻页、查询、刷新都不会丢</View>
      </View>
      <View className='grow pick-pages'>
        <Pager page={list.page} pageSize={list.pageSize} total={list.total} onPage={list.setPage} summary='' />
      </View>
      <Button kind='line' onClick={onCancel}>取消</Button>
      <Button onClick={() => onDone(picking.chosen)}>确定</Button>
    </>
  )
  return <Dialog open size='large' title='选择设备' onClose={onCancel} footer={footer}><DeviceTablePicker picking={picking} list={list} onDetail={onDetail} /></Dialog>
}

/** 选择设备 over the desk's form; every opening starts from the form's own devices. */
export const DeviceDialog = ({ open, ...props }: PickerProps & { open: boolean }) => (open ? <Inside {...props} /> : null)
