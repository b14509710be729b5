import { Text } from '@tarojs/components'

const DATE = /(\d{4}-\d{2}-\d{2}|\d{4}年\d{2}月\d{2}日)/

/** A sentence whose dates are never broken at the end of a line. */
export const WholeDates = ({ text }: { text: string }) => (
  <>{text.split(DATE).map((part, index) => (index % 2 === 1 ? <Text key={index} className='num'>{part}</Text> : part))}</>
)
