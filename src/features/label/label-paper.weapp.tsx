import { Text, View } from '@tarojs/components'
import type { LabelPaperProps } from './label-paper-props'
import './label.scss'

/** What is on the sheet; a phone has no printer, so it says whose labels they are. */
export const LabelPaper = ({ labels }: LabelPaperProps) => (
  <View className='pad'>
    {labels.map(({ deviceId, code, name, department }) => <View key={deviceId} className='lab-row'><Text className='num'>{code}</Text><Text>{`\u3000${name}\u3000${department}`}</Text></View>)}
  </View>
)
