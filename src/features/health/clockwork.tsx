import { View } from '@tarojs/components'
import type { Health } from '../../../contract/health'
import { Fact } from '../../ui/fact'
import { Section } from '../../ui/section'
import { creditWords, doorWords, queueWords, smsWords } from './wording'

/** When each timer last came, and what waits (B18). */
export const Clockwork = ({ health, now }: { health: Health; now: Date }) => (
  <Section title='定时任务'>
    {health.doors.map((door) => {
      const { name, task, last } = doorWords(door, now)
      return (
        <Fact key={door.door} name={name}>
          <View className={door.silent ? 'over num' : 'num'}>{last}</View>
          <View className='cap'>{task}</View>
        </Fact>
      )
    })}
    <Fact name='队列'>{queueWords(health.queue).join('\u3000')}</Fact>
  </Section>
)

/** What may run out: SMS of today, consents to subscription messages, certificates that nobody hears of. */
export const Stock = ({ health }: { health: Health }) => (
  <Section title='余量'>
    <Fact name='今天的短信'>{smsWords(health.sms)}</Fact>
    {health.sms.personCap !== null && <Fact name='每人每天短信'>{`最多 ${health.sms.personCap} 条`}</Fact>}
    <Fact name='微信订阅消息'>{creditWords(health.credits)}</Fact>
    <Fact name='不会提醒的证'>{`${health.remindsNobody} 张`}</Fact>
    <Fact name='已过期未换证'>{`${health.expired} 张`}</Fact>
  </Section>
)
