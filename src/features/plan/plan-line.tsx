import { Text, View } from '@tarojs/components'
import { Fragment, memo } from 'react'
import type { PlanRow } from '../../../contract/plan'
import type { CivilDay } from '../../../domain/kernel/civil-day'
import { Entry } from '../../ui/entry'
import { PlanMark } from './plan-strip'
import { deviceOf, nameOf } from './plan-words'
import { dayWords, nextParts, reasonWords, toldWords } from './wording'

/** Between facts on a line. */
const EM = '\u3000'

interface Props {
  plan: PlanRow
  today: CivilDay
  onOpen: (id: string) => void
}

/** The margin column: when it is told next. */
const Next = ({ at, today }: { at: string | null; today: CivilDay }) => {
  if (at === null) return <View className='ink3'>—</View>
  const { year, day, time } = nextParts(at, today)
  return (
    <View className='num'>
      {year !== '' && <View className='pnext__y'>{year}</View>}
      <View className='pnext__d'>{day}</View>
      <View className='pnext__t'>{time}</View>
    </View>
  )
}

/** The last send is on the last valid day, which stands right above; its time stands in the margin. */
const spanOf = ({ firstAt, sends }: PlanRow): string[] => (firstAt === null ? [] : [`首次 ${dayWords(firstAt)}`, `共 ${sends} 次`])

const ruleOf = ({ expiresOn, leadDays }: PlanRow): string[] => (expiresOn === null ? [] : [`有效期至 ${expiresOn}`, `提前 ${leadDays} 天`])

/** No fact is broken in itself; the line may be broken between two. */
const facts = (list: readonly string[]) => list.map((fact, index) => <Fragment key={fact}>{index > 0 && EM}<Text className='num num--in'>{fact}</Text></Fragment>)

/** One plan of the ledger; drawn again only when the plan itself or the day changed. */
export const PlanLine = memo(({ plan, today, onOpen }: Props) => {
  const { name, extra } = nameOf(plan)
  const { device, code } = deviceOf(plan)
  const standing = [reasonWords(plan), toldWords(plan, today)].filter((fact) => fact !== '')
  const lines = [
    <View key='device'>{device}<Text className='num'>{code}</Text></View>,
    <View key='state' className='pline'><PlanMark state={plan.state} /><View>{facts(standing)}</View></View>,
    ...[ruleOf(plan), spanOf(plan)].filter((line) => line.length > 0).map((line) => <View key={line[0]}>{facts(line)}</View>),
  ]
  return (
    <Entry
      margin={<Next at={plan.nextSendAt} today={today} />}
      title={name}
      extra={extra === '' ? undefined : <Text className='num'>{extra}</Text>}
      lines={lines}
      onClick={() => onOpen(plan.id)}
    />
  )
})
PlanLine.displayName = 'PlanLine'
