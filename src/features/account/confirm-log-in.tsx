import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { answerWebLogIn, scanWebLogIn } from '../../../contract/web-log-in'
import type { AccountSelf } from '../../../contract/account'
import type { OutputOf } from '../../../contract/operation'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import type { CallFailure } from '../../platform/call-failure'
import { failureWords } from '../../platform/failure-words'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/fact'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { TextField } from '../../ui/text-field'
import { BROWSER_WORDS, SYSTEM_WORDS } from './computer-words'
import './confirm-log-in.scss'

type Scanned = OutputOf<typeof scanWebLogIn>

const at = (instant: string): string => `${dayOf(new Date(instant))} ${timeOf(new Date(instant)).slice(0, 5)}`

/** What his word is good for, and what somebody else could do with it. */
const PURPOSE: Readonly<Record<Scanned['purpose'], { asks: string; risk: string; yes: string; after: string }>> = {
  'log-in': { asks: '是您本人正在电脑上登录吗？', risk: '一确认，对方就能用您的账号。', yes: '确认登录', after: '电脑上马上会自己进去。要退出这次登录，到「我的账号」里办。' },
  'second-step': { asks: '是您本人刚在电脑上输了密码吗？', risk: '不是您输的，说明有人知道您的密码：点取消，并马上换密码。', yes: '确认登录', after: '电脑上马上会自己进去。要退出这次登录，到「我的账号」里办。' },
  proof: { asks: '是您本人正在电脑上办理吗？', risk: '一确认，对方就能导出资料或改账号。', yes: '确认', after: '电脑上会接着办刚才那一步。' },
}

const Asked = ({ account, asked }: { account: AccountSelf; asked: Scanned }) => (
  <>
    <View className='pad confirm__lead' role='heading' aria-level='2'>{PURPOSE[asked.purpose].asks}</View>
    <Section title={asked.purpose === 'proof' ? '要办理的' : '要登录的'}>
      <Fact name='账号'>{`${account.name}\u3000${account.loginName}`}</Fact>
      <Fact name='电脑'>{`${SYSTEM_WORDS[asked.system]}，${BROWSER_WORDS[asked.browser]}`}</Fact>
      <Fact name='网络地址'>{asked.address}</Fact>
      <Fact name='时间'>{at(asked.begunAt)}</Fact>
    </Section>
    <View className='pad'>
      <Notice tone='warn' icon='warn'>只确认您自己面前的电脑。别人发来的二维码、截图，或请您「帮忙扫一下」的，一律点取消：{PURPOSE[asked.purpose].risk}</Notice>
    </View>
  </>
)

const Ended = ({ confirmed, asked }: { confirmed: boolean; asked: Scanned | null }) => (
  <View className='pad'>
    <View className='confirm__lead' role='status'>{confirmed ? '已确认' : asked?.purpose === 'proof' ? '已取消' : '已取消，没有登录'}</View>
    <View className='sub'>{confirmed ? PURPOSE[asked?.purpose ?? 'log-in'].after : '不是您自己扫的码，不用再做什么。'}</View>
  </View>
)

/** Nothing can be answered any more: too late, no code of ours, or not on the phone. */
const ENDS = ['web-log-in.over', 'web-log-in.wrong-digits', 'invalid-input', 'account.wechat-only']
const WORDS = { 'web-log-in.wrong-digits': '数字和电脑上的不一样，这次没有确认。请在电脑上换一个二维码再扫。' }
const wordsOf = ({ code, detail }: CallFailure): string => failureWords(code === 'invalid-input' ? 'web-log-in.over' : code, detail, WORDS)

/** What was scanned, and the one answer to it. */
function useAnswer(ticket: string) {
  const { run, failure: unread } = useCommand(scanWebLogIn)
  const answer = useCommand(answerWebLogIn)
  const [asked, setAsked] = useState<Scanned | null>(null)
  const [ended, setEnded] = useState<boolean | null>(null)
  const look = useCallback(() => void run({ ticket }).then(setAsked), [run, ticket])
  useEffect(look, [look])
  return {
    asked, ended, look, busy: answer.busy,
    failure: unread ?? answer.failure,
    /** null: 取消. */
    say: async (digits: string | null) => {
      if (await answer.run({ ticket, digits }) !== null) setEnded(digits !== null)
    },
  }
}

type Answering = ReturnType<typeof useAnswer>

const TWO_DIGITS = /^\d{2}$/

const Ways = ({ answering: { asked, ended, failure, busy, look, say }, onLeave }: { answering: Answering; onLeave: () => void }) => {
  const [digits, setDigits] = useState('')
  if (ended !== null || ENDS.includes(failure?.code ?? '')) return <Button wide kind='line' onClick={onLeave}>回首页</Button>
  if (asked === null) return failure && <Button wide kind='line' onClick={look}>重试</Button>
  return (
    <>
      <View className='confirm__digits'><TextField label='两位数字' placeholder='电脑上二维码下面的数字' keyboard='number' maxLength={2} value={digits} onChange={setDigits} last /></View>
      <Button wide busy={busy} disabled={!TWO_DIGITS.test(digits)} onClick={() => void say(digits)}>{PURPOSE[asked.purpose].yes}</Button>
      <Button wide kind='line' disabled={busy} onClick={() => void say(null)}>取消</Button>
    </>
  )
}

/** On the phone: who logs in where and when, and the one question (B22). */
export const ConfirmLogIn = ({ ticket, account, onLeave }: { ticket: string; account: AccountSelf; onLeave: () => void }) => {
  const answering = useAnswer(ticket)
  const { asked, ended, failure } = answering
  return (
    <View className='confirm'>
      {ended !== null && <Ended confirmed={ended} asked={asked} />}
      {ended === null && asked && <Asked account={account} asked={asked} />}
      {failure && <View className='pad'><Notice tone='warn' icon='warn'>{wordsOf(failure)}</Notice></View>}
      {asked === null && failure === null && <Skeleton shape='text' rows={4} />}
      <View className='pad confirm__do'><Ways answering={answering} onLeave={onLeave} /></View>
    </View>
  )
}
