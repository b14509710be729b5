import { View } from '@tarojs/components'
import { chooseTypeSize, typeSize } from '../../../platform/large-type'
import { useSignal } from '../../../platform/use-signal'
import { Section } from '../../../ui/section'
import { Seg } from '../../../ui/seg'

const SIZES = [{ value: '', text: '跟随系统' }, { value: 'normal', text: '标准' }, { value: 'large', text: '大字' }]

/** How large the app writes on this device. */
export const OwnType = () => (
  <Section title='字号'>
    <View className='sub'>只改这台设备上的显示；跟随系统时，微信或浏览器调大字号，这里也变大。</View>
    <Seg label='字号' items={SIZES} value={String(useSignal(typeSize))} onChange={chooseTypeSize} />
  </Section>
)
