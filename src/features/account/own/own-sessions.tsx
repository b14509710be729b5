import { View } from '@tarojs/components'
import { endSession, listSessions } from '../../../../contract/account-sessions'
import { dayOf, timeOf } from '../../../../domain/kernel/civil-day'
import { toast } from '../../../platform/toast'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/fact'
import { Notice } from '../../../ui/notice'
import { Section } from '../../../ui/section'

const said = (instant: string): string => `${dayOf(new Date(instant))} ${timeOf(new Date(instant)).slice(0, 5)}`

/** Where one is signed in on the web, each to be ended (architecture §8). */
export const OwnSessions = () => {
  const { data, failure } = useOperation(listSessions, {})
  const end = useCommand(endSession)
  const rows = data?.rows ?? []
  const trouble = failure ?? end.failure
  const stop = async (id: string | null) => { if (await end.run({ id })) toast('已退出') }
  const others = rows.filter(({ here }) => !here)
  return (
    <Section title='网页登录' action={others.length > 1 ? <Button kind='text' busy={end.busy} onClick={() => void stop(null)}>全部退出</Button> : undefined}>
      {data !== undefined && rows.length === 0 && <View className='sub'>没有登录着的网页。</View>}
      {rows.map(({ id, startedAt, expiresAt, here }) => (
        <Fact key={id} name={here ? '这里' : '别处'}>
          <View className='own-row'>
            <View className='grow num'>{said(startedAt)} 登录，{said(expiresAt)} 失效</View>
            {!here && <Button kind='text' busy={end.busy} label={`退出 ${said(startedAt)} 的登录`} onClick={() => void stop(id)}>退出</Button>}
          </View>
        </Fact>
      ))}
      {trouble && <Notice tone='warn' icon='warn'>{trouble.message}</Notice>}
    </Section>
  )
}
