import { View } from '@tarojs/components'
import { Mark, type MarkState } from '../../ui/mark'
import { StateWord } from '../../ui/state-word'
import { labelOf, marksOf, perMark, type Month } from './month-marks'
import './expiry-picture.scss'

const LEGEND: ReadonlyArray<readonly [state: MarkState, text: string]> = [['over', '已过期'], ['today', '今天到期'], ['s30', '30天内'], ['s90', '90天内'], ['review', '复审中'], ['ok', '正常']]

export const Legend = () => (
  <View className='mon__legend'>{LEGEND.map(([state, text]) => <StateWord key={state} state={state} text={text} />)}</View>
)

interface Props {
  months: readonly Month[]
  wide: boolean
}

/** One column per month, one mark per certificate: it can be counted and read without colour. */
export const ExpiryPicture = ({ months, wide }: Props) => {
  const each = perMark(months)
  return (
    <View>
      <View className={`mon ${wide ? 'mon--web' : ''}`}>
        {months.map((month, index) => {
          const label = labelOf(months, index)
          return (
            <View key={month.month} className={`mon__c ${label.year !== null && index > 1 ? 'mon__c--y' : ''}`} role='img' aria-label={`${label.long} ${month.total} 张`}>
              <View className='mon__n'>{month.total === 0 ? '' : month.total}</View>
              <View className='mon__s'>{marksOf(month, each).map((state, at) => <Mark key={at} state={state} />)}</View>
              <View className='mon__l'>{wide ? label.long : label.short}{wide && label.year !== null && <View>{label.year}</View>}</View>
            </View>
          )
        })}
      </View>
      {each > 1 && <View className='cap'>一个记号最多代表 {each} 张，上面的数是实数</View>}
    </View>
  )
}
