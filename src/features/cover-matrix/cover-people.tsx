import { View } from '@tarojs/components'
import type { CoverRow } from '../../../contract/cover'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { StateWord } from '../../ui/state-word'
import { forecastWords, holderWords, NOBODY } from './wording'

/** Who may operate it, and until when somebody may: red only when nobody may (B4, B35). */
export const CoverPeople = ({ row, on }: { row: CoverRow; on: CivilDay }) => {
  if (row.holders.length === 0) return <StateWord state='over' text={NOBODY} />
  const forecast = forecastWords(row, on)
  return (
    <View>
      <View>{row.holders.map(holderWords).join('、')}</View>
      {forecast !== '' && <View className='cov-soon'><StateWord state='s90' text={forecast} /></View>}
    </View>
  )
}
