import { View } from '@tarojs/components'
import { getRules, resumeWay } from '../../../contract/rules'
import type { OutputOf } from '../../../contract/operation'
import { dayOf } from '../../../domain/kernel/civil-day'
import { failureWords } from '../../platform/failure-words'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Section } from '../../ui/section'
import { RULES_FAILURES, WAY_WORDS } from './wording'

type Mark = OutputOf<typeof getRules>['marks'][number]

/** 「公众号的模板被微信封禁」, 「微信认为给李四发得太频繁」: what happened, and what goes on instead. */
const whatWords = ({ kind, way, account }: Mark): string => (kind === 'stopped'
  ? `${WAY_WORDS[way]}的模板被微信封禁，全院的${WAY_WORDS[way]}提醒已停。`
  : `微信认为给${account}发得太频繁，他的${WAY_WORDS[way]}只在提醒节点发。`)
const nextWords = ({ kind }: Mark): string => (kind === 'stopped' ? '换好模板并在通道设置里测试通过后，再恢复。' : '建议先把微信改为节点，再恢复。')

const Stopped = ({ mark }: { mark: Mark }) => {
  const { run, busy, failure } = useCommand(resumeWay)
  const called = mark.kind === 'stopped' ? WAY_WORDS[mark.way] : mark.account
  const resume = async () => {
    if (await run({ way: mark.way, accountId: mark.accountId }) !== null) toast('已恢复发送')
  }
  return (
    <View className='stopped'>
      <View className='grow'>
        <View className='sub ink1'>{whatWords(mark)}</View>
        <View className='cap'>{`${dayOf(new Date(mark.at))} 起\u3000微信代码 ${mark.code}\u3000${nextWords(mark)}`}</View>
        {failure !== null && <Notice icon='warn' tone='warn'>{failureWords(failure.code, failure.detail, RULES_FAILURES)}</Notice>}
      </View>
      <Button kind='line' busy={busy} label={`恢复${called}的发送`} onClick={() => void resume()}>恢复发送</Button>
    </View>
  )
}

/** What WeChat stopped (43116, 43117), and the way back (B28). */
export const StoppedWays = ({ marks }: { marks: readonly Mark[] }) => (marks.length === 0 ? null : (
  <Section title='已停的微信提醒'>
    {marks.map((mark) => <Stopped key={`${mark.way} ${mark.accountId ?? ''}`} mark={mark} />)}
  </Section>
))
