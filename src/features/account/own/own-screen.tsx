import { View } from '@tarojs/components'
import { exportOwnData } from '../../../../contract/account-own'
import type { AccountSelf } from '../../../../contract/account'
import { ROLE_WORDS } from '../../../../domain/account/role-words'
import { goTo } from '../../../platform/navigate'
import { saveFile } from '../../../platform/save-file'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { Fact } from '../../../ui/fact'
import { Notice } from '../../../ui/notice'
import { Section } from '../../../ui/section'
import { TextSizeChoice } from '../text-size-choice'
import { OwnErase } from './own-erase'
import { OwnPassword } from './own-password'
import { OwnSessions } from './own-sessions'
import './own.scss'

const OwnData = () => {
  const { run, busy, failure } = useCommand(exportOwnData)
  const take = async () => {
    const made = await run({})
    if (made === null) return
    await saveFile(made)
    toast('已导出')
  }
  return (
    <Section title='我的数据'>
      <View className='sub'>系统里与您有关的全部记录：账号、人员档案、登录和绑定、证件、收到的提醒、您做过的操作。</View>
      <View className='own-do'>
        <Button kind='line' busy={busy} onClick={() => void take()}>导出我的数据</Button>
        <Button kind='text' onClick={() => goTo('/pages/me/account/privacy')}>隐私说明</Button>
        <OwnErase />
      </View>
      {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
    </Section>
  )
}

/** 我的账号: one's password, sessions, data, and what the role opens besides. */
export const OwnScreen = ({ account, places }: { account: AccountSelf; places: ReadonlyArray<{ text: string; path: string }> }) => (
  <View className='own'>
    <Section title='账号'>
      <Fact name='姓名'>{account.name}</Fact>
      <Fact name='登录名'>{account.loginName}</Fact>
      <Fact name='角色'>{[ROLE_WORDS[account.role], account.department?.name].filter(Boolean).join('\u3000')}</Fact>
      <Fact name='手机号'>{account.phoneMasked}</Fact>
    </Section>
    <TextSizeChoice />
    {places.length > 0 && (
      <Section title='管理'>
        <View className='own-do'>{places.map(({ text, path }) => <Button key={path} kind='line' onClick={() => goTo(path)}>{text}</Button>)}</View>
      </Section>
    )}
    <OwnPassword loginName={account.loginName} />
    <OwnSessions />
    <OwnData />
  </View>
)
