import { chooseTextSize, textSize } from '../../platform/text-size'
import type { TextSize } from '../../platform/text-scale'
import { useSignal } from '../../platform/use-signal'
import { Section } from '../../ui/section'
import { Seg } from '../../ui/seg'

const SIZES: ReadonlyArray<{ value: TextSize; text: string }> = [{ value: 'system', text: '跟随系统' }, { value: 'standard', text: '标准' }, { value: 'large', text: '大' }, { value: 'huge', text: '特大' }]

/** 字号 of this device. */
export const TextSizeChoice = () => {
  const size = useSignal(textSize)
  return (
    <Section title='字号'>
      <Seg label='字号' items={SIZES} value={size} onChange={(value) => chooseTextSize(value as TextSize)} />
    </Section>
  )
}
