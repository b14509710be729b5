import { View } from '@tarojs/components'
import { Notice } from '../../../ui/notice'
import type { PlanWords } from '../plan-words'
import './told.scss'

/** 「首次 … 共 … 次 / 末次 …」 under 发送时间 (B5, S34). */
export const PlanNote = ({ plan, sms }: { plan: PlanWords; sms: string }) => (
  <Notice icon='cal'>
    <View className='ink1 plan-note'>{plan.head}</View>
    {plan.count > 0 && <View className='plan-note'>{`末次 ${plan.lastDay}。${plan.rhythm}${sms}`}</View>}
  </Notice>
)
