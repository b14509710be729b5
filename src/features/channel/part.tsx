import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { TestedChannel } from '../../../contract/channel'
import { Section } from '../../ui/section'
import { StateWord } from '../../ui/state-word'
import { TestButton } from './test-button'

interface PartProps { title: string; works: boolean; word: string; what: string; test: TestedChannel; children?: ReactNode }

/** One channel: whether it reaches me, what to do, and a test when it does. */
export const Part = ({ title, works, word, what, test, children }: PartProps) => (
  <Section title={title} note={<StateWord state={works ? 'ok' : 'off'} text={word} />}>
    <View className='sub'>{what}</View>
    <View className='chn__act'>{children}</View>
    {works && <TestButton channel={test} />}
  </Section>
)
