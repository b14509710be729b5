import { View } from '@tarojs/components'
import { holdingRates, type Share } from '../../../contract/statistics'
import { rateWords } from '../../../domain/statistics/rate-words'
import { goTo } from '../../platform/navigate'
import { useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { Press } from '../../ui/press'
import { Section } from '../../ui/section'
import './holding.scss'

/** The lowest ones: the others are a step away. */
const SHOWN = 6
const toReport = () => goTo('/pages/work/statistics/report')

const Row = ({ share }: { share: Share }) => (
  <Press className='home__share' onClick={toReport}>
    <View className='grow'>{share.name}{share.lacking > 0 && <View className='cap num'>缺证 {share.lacking} 人</View>}</View>
    <View className='num'>{rateWords(share.rate)}</View>
  </Press>
)

/** 持证率 by 科室 on 首页 of the desk, the lowest first (B31); nothing where nobody said who needs what, or where it is not his to see. */
export const Holding = () => {
  const may = useMay('person.read')
  const { data } = useOperation(holdingRates, may ? {} : null)
  if (data === undefined || data.needs === 0) return null
  return (
    <Section title='持证率' action={<Button kind='text' label={`${rateWords(data.all.rate)}，打开统计报表`} onClick={toReport}>{rateWords(data.all.rate)}</Button>}>
      {data.department.slice(0, SHOWN).map((share) => <Row key={share.key} share={share} />)}
    </Section>
  )
}
