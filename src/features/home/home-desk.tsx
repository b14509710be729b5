import { View } from '@tarojs/components'
import { Section } from '../../ui/section'
import { ExpiryPicture, Legend } from './expiry-picture'
import { Holding } from './holding'
import { More, Nothing, WithoutHolder, type HomeProps } from './home'
import { Notices } from './notices'
import { TodoTable } from './todo-table'

/** 首页 on the desk: what to do and what is coming at the left, who says what at the right. */
export const HomeDesk = ({ overview, mayHandle, mayWrite }: HomeProps) => (
  <View className='home__cols'>
    <View className='grow'>
      {overview.todo.length > 0 ? <TodoTable todo={overview.todo} today={overview.today} mayHandle={mayHandle} /> : <Nothing mayWrite={mayWrite} />}
      <More overview={overview} />
      <Section title='未来 12 个月到期' note={<Legend />}><ExpiryPicture months={overview.months} wide /></Section>
    </View>
    <View className='home__side'>
      <Notices today={overview.today} />
      <WithoutHolder overview={overview} />
      <Holding />
    </View>
  </View>
)
