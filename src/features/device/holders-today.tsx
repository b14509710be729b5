import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/icon'
import { Mark } from '../../ui/mark'
import { Press } from '../../ui/press'
import { StateInLine } from '../../ui/certificate-state'
import { openCertificate } from './device-links'
import { forecast, type Holder } from './holders-forecast'
import { NO_HOLDER } from './wording'
import './device-record.scss'

const Person = ({ holder, today }: { holder: Holder; today: string }) => (
  <Press className='may__p' onClick={() => openCertificate(holder.certificateId)}>
    <View className='grow'>
      <View className='may__w'>
        <Text className='bold'>{holder.name === '' ? '未填姓名' : holder.name}</Text>
        {holder.title !== '' && <Text className='cap'>{holder.title}</Text>}
      </View>
      <View className='may__s'>
        <StateInLine facts={{ ...holder, handling: null }} today={today} />
        {holder.expiresOn !== null && <Text className='cap num'>至 {holder.expiresOn}</Text>}
      </View>
    </View>
    <Icon name='right' size={18} />
  </Press>
)

/** Who may operate this device today (B4): the one answer of the screen, then each holder with state and date. */
export const HoldersToday = ({ holders, wanted, today }: { holders: readonly Holder[]; wanted: number; today: string }) => {
  const none = holders.length === 0
  const outlook = [wanted > 1 ? `应有 ${wanted} 人` : '', forecast(holders, today)].filter((words) => words !== '').join('，')
  return (
    <View className='may'>
      <View className='may__h'>
        <View className='grow'>
          <View className='may__t' role='heading' aria-level='2'>今日可操作</View>
          {outlook !== '' && <View className='cap'>{outlook}</View>}
        </View>
        <View className={`may__n num ${none ? 'over' : ''}`}><Text className='may__b'>{holders.length}</Text><Text className='may__u'>人</Text></View>
      </View>
      {none && <View className='may__none over'><Mark state='over' />{NO_HOLDER}</View>}
      {holders.map((holder) => <Person key={holder.certificateId} holder={holder} today={today} />)}
    </View>
  )
}
