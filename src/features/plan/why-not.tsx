import { Text, View } from '@tarojs/components'
import type { OutputOf } from '../../../contract/operation'
import type { whyNot } from '../../../contract/plan'
import { shortSendTime } from '../../../domain/kernel/send-time'
import { Book, Entry } from '../../ui/entry'
import { Icon, type IconName } from '../../ui/icon'
import { Section } from '../../ui/section'
import { openCertificate } from './links'
import { leftOutWords, missedWords } from './wording'
import './why-not.scss'

export type WhyNot = OutputOf<typeof whyNot>
type Message = WhyNot['deliveries'][number]

/** One message in words, as the delivery record of a certificate says it too. */
export interface MessageWords { channel: string; mark: 'ok' | 'wait' | 'missed' | 'none'; text: string; reason: string; remedy: string }

const ICONS: Readonly<Record<MessageWords['mark'], IconName>> = { ok: 'check', wait: 'clock', missed: 'warn', none: 'info' }

const aboutWords = (certificates: Message['certificates']): string =>
  certificates.map(({ name, device }) => [name, device].filter((part) => part !== '').join(' ')).join('、')

/** What it was to tell of and did not, with the reason. */
const droppedWords = (dropped: Message['dropped']): string[] => dropped.map(({ reason, ...about }) => `没有提到 ${aboutWords([about])}：${leftOutWords(reason)}`)

const MessageLine = ({ message, words, last }: { message: Message; words: MessageWords; last: boolean }) => {
  const [first] = [...message.certificates, ...message.dropped]
  const why = [words.reason, words.remedy].filter((part) => part !== '').join('，')
  return (
    <Entry
      last={last}
      margin={<View className='ink2'>{words.channel}<View className='ink3 num'>{shortSendTime(message.slot)}</View></View>}
      title={<View className={`why why--${words.mark}`}><Icon name={ICONS[words.mark]} size={18} /><Text className='num'>{words.text}</Text></View>}
      lines={[why, aboutWords(message.certificates), ...droppedWords(message.dropped)].filter((line) => line !== '')}
      onClick={first && (() => openCertificate(first.id))}
    />
  )
}

const Missed = ({ missed }: Pick<WhyNot, 'missed'>) => (
  <Section title={`该提醒、没有消息的证 ${missed.length} 张`} bleed>
    <Book>
      {missed.map(({ id, name, device, sendTime, reason }, index) => (
        <Entry
          key={id}
          last={index === missed.length - 1}
          margin={<View className='ink3 num'>{shortSendTime(sendTime)}</View>}
          title={name}
          lines={[missedWords(reason), device]}
          onClick={() => openCertificate(id)}
        />
      ))}
    </Book>
  </Section>
)

interface Props {
  answer: WhyNot
  wordsOf: (message: Message) => MessageWords
}

/** What somebody was told on one day, and why not of the rest (B7). */
export const WhyNotRecord = ({ answer: { deliveries, missed }, wordsOf }: Props) => (
  <View>
    {deliveries.length > 0 && (
      <Section title={`这一天的消息 ${deliveries.length} 条`} bleed>
        <Book>{deliveries.map((message, index) => <MessageLine key={message.id} message={message} words={wordsOf(message)} last={index === deliveries.length - 1} />)}</Book>
      </Section>
    )}
    {missed.length > 0 && <Missed missed={missed} />}
  </View>
)
