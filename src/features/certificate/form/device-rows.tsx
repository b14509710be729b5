import { View } from '@tarojs/components'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import { Press } from '../../../ui/press'
import { Section } from '../../../ui/section'
import { chosenDevices, type DeviceCard } from '../draft'
import type { CertificateFormDesk } from './use-certificate-form'

const Row = ({ device, line, onRemove }: { device: DeviceCard; line: number; onRemove: () => void }) => {
  const wide = useIsWide()
  return (
    <View className='dev-row'>
      <View className='dev-row__n cap num'>{line}</View>
      <View className='dev-row__w'>
        <View className='dev-row__t'>{device.name}</View>
        <View className='dev-row__c num'>{device.code}</View>
      </View>
      <Press className='dev-row__x' label={`移除 ${device.name} ${device.code}`} onClick={onRemove}>{wide ? '移除' : <Icon name='close' size={18} />}</Press>
    </View>
  )
}

/** 已选择设备: 行号, 设备名称, 唯一码, removal (S13). */
export const DeviceRows = ({ desk, onLink }: { desk: CertificateFormDesk; onLink: () => void }) => {
  const wide = useIsWide()
  const devices = chosenDevices(desk.draft)
  const error = desk.errorOf('deviceIds')
  return (
    <Section
      title={devices.length === 0 ? '已选择设备' : `已选择设备 ${devices.length}`}
      action={<Button kind={wide ? 'line' : 'text'} icon='plus' onClick={onLink}>关联设备</Button>}
    >
      {devices.map((device, index) => (
        <Row key={device.id} device={device} line={index + 1} onRemove={() => desk.set({ deviceIds: desk.draft.form.deviceIds.filter((id) => id !== device.id) })} />
      ))}
      {devices.length === 0 && error === undefined && <View className='cap form-hint'>还没有关联设备。一张证可以关联多台。</View>}
      {error !== undefined && <View className='form-error' role='alert'>{error}</View>}
    </Section>
  )
}
