import { View } from '@tarojs/components'
import { useState } from 'react'
import { resetAccount, switchOnAccount } from '../../../../contract/account-admin'
import { confirm } from '../../../platform/confirm'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { useIsWide } from '../../../platform/width'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Section } from '../../../ui/section'
import { BindCode } from '../bind-code'
import type { Managed } from './managed'
import { editAccount } from './links'
import { SwitchOff } from './switch-off'
import { accountFailure } from './wording'

const RESET = { title: '重置登录？', text: '原来的微信会解绑，网页密码作废，登录着的网页全部退出。之后发新的绑定码给本人。', yes: '重置' }

/** Back in use, or every way in taken. */
function useWays({ account: { id, name } }: Managed) {
  const on = useCommand(switchOnAccount)
  const reset = useCommand(resetAccount)
  const failure = on.failure ?? reset.failure
  return {
    busy: on.busy || reset.busy,
    trouble: failure === null ? '' : accountFailure(failure.code, failure.detail),
    switchOn: async () => { if (await on.run({ id })) toast(`${name}的账号已启用`) },
    takeWays: async () => { if (await confirm(RESET) && await reset.run({ id })) toast('已重置，请发新的绑定码') },
  }
}

/** For others than oneself. */
const Taking = ({ busy, onReset, onOff }: { busy: boolean; onReset: () => void; onOff: () => void }) => (
  <>
    <Button kind='text' busy={busy} onClick={onReset}>重置登录</Button>
    <Button kind='text' onClick={onOff}>停用账号</Button>
  </>
)

const OWN = '这是您自己的账号：停用和改角色要请别的管理员。'
const OTHERS = '忘了密码、换了手机：发绑定码即可。手机丢了：先重置登录，再发绑定码。'

const Possible = ({ data, onInvite, onOff }: { data: Managed; onInvite: () => void; onOff: () => void }) => {
  const { busy, trouble, switchOn, takeWays } = useWays(data)
  const wide = useIsWide()
  const { account, isSelf } = data
  const off = account.state === 'off'
  return (
    <Section title='办理'>
      <View className='acc-do'>
        {off ? <Button busy={busy} onClick={() => void switchOn()}>启用账号</Button> : <Button onClick={onInvite}>发绑定码</Button>}
        {!wide && <Button kind='line' onClick={() => editAccount(account.id)}>修改</Button>}
        {!isSelf && !off && <Taking busy={busy} onReset={() => void takeWays()} onOff={onOff} />}
      </View>
      <View className='cap acc-note'>{isSelf ? OWN : OTHERS}</View>
      {trouble !== '' && <Notice tone='warn' icon='warn'>{trouble}</Notice>}
    </Section>
  )
}

/** What an administrator may do with the account; where he may not, why. */
export const AccountActions = ({ data }: { data: Managed }) => {
  const [open, setOpen] = useState<'invite' | 'off' | null>(null)
  const { account } = data
  const close = () => setOpen(null)
  if (!account.mayChange) return <View className='pad'><Notice icon='lock'>院级管理员的账号只能由院级管理员办理。</Notice></View>
  return (
    <>
      <Possible data={data} onInvite={() => setOpen('invite')} onOff={() => setOpen('off')} />
      {open === 'invite' && <BindCode account={{ id: account.id, name: account.name, bound: account.state === 'bound' }} onClose={close} />}
      {open === 'off' && <SwitchOff data={data} onClose={close} />}
    </>
  )
}
