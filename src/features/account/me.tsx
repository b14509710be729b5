import { View } from '@tarojs/components'
import type { AccountSelf } from '../../../contract/account'
import { ROLE_WORDS } from '../../../domain/account/role-words'
import { goTo } from '../../platform/navigate'
import { needsLogIn } from '../../platform/way-in'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/fact'
import { Section } from '../../ui/section'
import { Leave } from './leave'
import { ReachFacts } from './reach-facts'
import './me.scss'

interface Props {
  account: AccountSelf
  actions: readonly string[]
  subscribeTemplateId: string | null
}

const Who = ({ account }: { account: AccountSelf }) => (
  <View className='me__who'>
    <View className='me__name' role='heading' aria-level='2'>{account.name}</View>
    <View className='sub'>{[ROLE_WORDS[account.role], account.department?.name].filter(Boolean).join('\u3000')}</View>
  </View>
)

/** What everybody who works here may look at. */
const Looking = () => (
  <>
    <Section title='预警计划' action={<Button kind='text' label='打开预警计划' onClick={() => goTo('/pages/work/plan/list')}>打开</Button>}>
      <View className='sub'>每张操作证什么时候提醒、提醒谁、下次在哪天。</View>
    </Section>
    <Section title='统计报表' action={<Button kind='text' label='打开统计报表' onClick={() => goTo('/pages/work/statistics/report')}>打开</Button>} />
    <Section title='为什么没收到' action={<Button kind='text' label='查一查为什么没收到' onClick={() => goTo('/pages/work/plan/why-not')}>查一查</Button>}>
      <View className='sub'>看某一天发给我的提醒，没收到的写明原因。</View>
    </Section>
  </>
)

/** 我的: who I am, how reminders reach me, what my role adds, and the way out. */
export const Me = ({ account, actions, subscribeTemplateId }: Props) => (
  <View className='me'>
    <Who account={account} />
    <Section title='账号' action={<Button kind='text' label='打开我的账号' onClick={() => goTo('/pages/me/account/mine')}>我的账号</Button>}>
      <Fact name='所属机构'>{account.institution.name}</Fact>
      <Fact name='登录名'>{account.loginName}</Fact>
      <Fact name='手机号'>{account.phoneMasked === '' ? '没有登记，收不到短信；请设备科补上' : account.phoneMasked}</Fact>
    </Section>
    {actions.includes('certificate.read') && <Section title='我的证书' action={<Button kind='text' label='打开我的证书' onClick={() => goTo('/pages/certificate/record/mine')}>打开</Button>} />}
    <Section title='提醒怎样到我这里' action={<Button kind='text' label='打开我的通道' onClick={() => goTo('/pages/work/channel/mine')}>我的通道</Button>}>
      <ReachFacts reach={account.reach} templateId={subscribeTemplateId} />
    </Section>
    {actions.includes('certificate.read') && <Looking />}
    {actions.includes('account.invite') && (
      <Section title='账号管理' action={<Button kind='text' onClick={() => goTo('/pages/work/account/accounts')}>打开</Button>}>
        <View className='sub'>建账号、发绑定码、停用。</View>
      </Section>
    )}
    {actions.includes('settings.write') && <Section title='证件类型与提醒规则' action={<Button kind='text' label='打开证件类型' onClick={() => goTo('/pages/work/type/list')}>打开</Button>} />}
    <Leave kind={needsLogIn() ? 'session' : 'binding'} name={account.name} />
  </View>
)
