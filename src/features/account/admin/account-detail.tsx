import { View } from '@tarojs/components'
import { getAccount } from '../../../../contract/account-admin'
import { ROLE_WORDS } from '../../../../domain/account/role-words'
import { dayOf } from '../../../../domain/kernel/civil-day'
import { goBack } from '../../../platform/navigate'
import { useOperation } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { ErrorState } from '../../../ui/error-state'
import { Fact } from '../../../ui/fact'
import { PageFrame } from '../../../ui/page-frame'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { StateWord } from '../../../ui/state-word'
import { reachLine } from '../wording'
import type { Managed } from './managed'
import { AccountActions } from './account-actions'
import { AccountPerson } from './account-person'
import { askWhy, editAccount, LIST } from './links'
import { PhoneFact } from './phone-fact'
import { LIST_SAFE, ROLE_NOTES, STATE_MARKS, STATE_WORDS } from './wording'
import './admin.scss'

const Heading = ({ data: { account } }: { data: Managed }) => (
  <View className='acc-head'>
    <View className='acc-head__n' role='heading' aria-level='1'>{account.name}</View>
    <View className='sub'>{[ROLE_WORDS[account.role], account.department?.name].filter(Boolean).join('\u3000')}</View>
  </View>
)

const Ways = ({ data: { boundAt, hasPassword, sessions } }: { data: Managed }) => (
  <Section title='怎样进来'>
    <Fact name='微信'>{boundAt === null ? '未绑定；发绑定码给本人，在小程序里绑定' : `已绑定，${dayOf(new Date(boundAt))}`}</Fact>
    <Fact name='网页密码'>{hasPassword ? '已设置' : '未设置；用绑定码在网页上设置'}</Fact>
    <Fact name='网页登录'>{sessions === 0 ? '没有登录着的网页' : `${sessions} 处登录着`}</Fact>
  </Section>
)

const Told = ({ data: { account, told, successor } }: { data: Managed }) => (
  <Section title='提醒' action={<Button kind='text' label={`查${account.name}为什么没收到`} onClick={() => askWhy(account.id)}>为什么没收到</Button>}>
    <Fact name='能到哪里'>{reachLine(account.reach)}</Fact>
    <Fact name='提醒他的证'>{told === 0 ? '没有' : `${told} 张`}</Fact>
    {account.state === 'off' && <Fact name='接替人'>{successor === null ? '没有，他的提醒没有人收' : `${successor.name}，替他收提醒`}</Fact>}
  </Section>
)

const Body = ({ data }: { data: Managed }) => (
  <View className='acc-page'>
    <Section title='账号'>
      <Fact name='状态'><StateWord state={STATE_MARKS[data.account.state]} text={STATE_WORDS[data.account.state]} /></Fact>
      <Fact name='登录名'>{data.account.loginName}</Fact>
      <PhoneFact account={data.account} />
      <AccountPerson data={data} />
      <Fact name='角色'>{`${ROLE_WORDS[data.account.role]}：${ROLE_NOTES[data.account.role]}`}</Fact>
    </Section>
    <Ways data={data} />
    <Told data={data} />
    <AccountActions data={data} />
  </View>
)

/** One account: who, how he comes in, what hangs on him, and what can be done. */
export const AccountDetail = ({ id }: { id: string }) => {
  const { data, failure, reload } = useOperation(getAccount, { id })
  const edit = data?.account.mayChange ? <Button kind='line' onClick={() => editAccount(id)}>修改</Button> : undefined
  return (
    <PageFrame title='账号详情' back={() => goBack(LIST)} breadcrumb={['账号管理', '账号详情']} heading={data && <Heading data={data} />} action={edit}>
      {data !== undefined && <Body data={data} />}
      {data === undefined && (failure === null ? <Skeleton shape='text' rows={8} /> : <ErrorState failure={failure} safe={LIST_SAFE} onRetry={() => void reload()} />)}
    </PageFrame>
  )
}
