import { View } from '@tarojs/components'
import { PageFrame } from '../../../ui/page-frame'
import { PRIVACY } from './privacy-text'
import './own.scss'

/** 隐私说明: open to everybody, also before binding. */
export const PrivacyScreen = ({ back }: { back: () => void }) => (
  <PageFrame title='隐私说明' bare back={back}>
    <View className='priv'>
      {PRIVACY.map(({ title, lines }) => (
        <View key={title}>
          <View className='priv__h' role='heading' aria-level='2'>{title}</View>
          {lines.map((line) => <View key={line} className='priv__p'>{line}</View>)}
        </View>
      ))}
    </View>
  </PageFrame>
)
