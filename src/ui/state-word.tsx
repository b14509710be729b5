import { Text, View } from '@tarojs/components'
import { Mark, type MarkState } from './mark'

interface Props {
  state: MarkState
  /** 已过期, 30天内, 今天到期 …: the word is the state, the colour only repeats it. */
  text: string
  /** Whole days shown large under the word (the margin column); leave out for one line. */
  days?: number
  /** Words under the state instead of a number, as 「（仍有效）」. */
  below?: string
}

/** State = mark + word, and in the margin column the number of days under it. */
export const StateWord = ({ state, text, days, below }: Props) => (
  <View className='sw'>
    <View className={`st st--${state}`}>
      <Mark state={state} />
      <Text>{text}</Text>
    </View>
    {days !== undefined && (
      <View className={`sw__n ${state === 'over' ? 'over' : ''}`}>
        {String(days)}
        <Text className='sw__u'>天</Text>
      </View>
    )}
    {below !== undefined && <View className={`sw__w st--${state}`}>{below}</View>}
  </View>
)
