import { View } from '@tarojs/components'
import { Fact } from '../../../ui/fact'
import { PreviewTexts } from './template-sheet'
import { ToldPeople } from './told-people'
import type { Outlook } from './use-certificate-form'

const Plan = ({ plan, sms }: Pick<Outlook, 'plan' | 'sms'>) => (
  <View className='look__p'>
    <View className='look__h'>预警计划</View>
    {plan.count === 0 ? <View className='sub'>{plan.head}</View> : (
      <>
        <View className='row row--base'><View className='look__n num'>{plan.count}</View><View className='sub'>次，{plan.beat}</View></View>
        <Fact name='首次'>{plan.first}</Fact>
        <Fact name='末次'>{plan.last}</Fact>
        <View className='cap'>{plan.rhythm}{sms}</View>
      </>
    )}
  </View>
)

/** 「保存前看一眼」: the desk's column with plan, people and the real text (B5). */
export const LookBefore = ({ outlook }: { outlook: Outlook }) => (
  <View className='look' role='region' aria-label='保存前看一眼'>
    <View className='look__t'>保存前看一眼</View>
    <Plan plan={outlook.plan} sms={outlook.sms} />
    <View className='look__p'>
      <View className='look__h'>谁能收到</View>
      <ToldPeople people={outlook.told} />
    </View>
    <View className='look__p'>
      <View className='look__h'>发出的原文</View>
      <PreviewTexts texts={outlook.texts} />
    </View>
  </View>
)
