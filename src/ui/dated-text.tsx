import { Text } from '@tarojs/components'

/** A sentence in which no date or month is broken at the end of a line. */
export const DatedText = ({ children }: { children: string }) => (
  <>
    {children.split(/(\d{4}-\d{2}(?:-\d{2})?)/).map((part, index) => (index % 2 === 1 ? <Text key={index} className='num num--in'>{part}</Text> : part))}
  </>
)
