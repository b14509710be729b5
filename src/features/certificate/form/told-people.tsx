import { View } from '@tarojs/components'
import { Icon } from '../../../ui/icon'
import type { ToldWords } from '../reach-words'
import './told.scss'

/** One person, the ways that reach him, and what does not with the reason (B5). */
const Person = ({ person }: { person: ToldWords }) => (
  <View className='told'>
    <View className='told__n'>
      <View className='bold'>{person.name}</View>
      <View className='cap'>{person.because}</View>
    </View>
    <View className='grow'>
      <View className='told__ways'>
        {person.reached.map((way) => <View key={way} className='told__way'><Icon name='check' size={16} />{way}</View>)}
      </View>
      {person.credits !== '' && <View className='cap num'>{person.credits}</View>}
      {person.missed.map((words) => <View key={words} className='told__miss'><Icon name='warn' size={16} />{words}</View>)}
    </View>
  </View>
)

export const ToldPeople = ({ people }: { people: readonly ToldWords[] }) => (
  <View>
    {people.length === 0 && <View className='cap form-hint'>没有通知人员，此证不会提醒任何人。</View>}
    {people.map((person) => <Person key={person.id} person={person} />)}
  </View>
)
