import { View } from '@tarojs/components'
import { logOut, unbindAccount } from '../../../contract/account'
import { confirm } from '../../platform/confirm'
import { session } from '../../platform/session'
import { toast } from '../../platform/toast'
import { useForget } from '../../platform/use-forget'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'

/** 解绑 on WeChat. */
const Unbind = ({ name }: { name: string }) => {
  const { run, busy, failure } = useCommand(unbindAccount)
  const forget = useForget()
  const unbind = async () => {
    if (!(await confirm({ title: '解绑这个微信？', text: `解绑后这个微信收不到${name}的提醒，也不能再查看，直到重新绑定。`, yes: '解绑' }))) return
    if ((await run({})) === null) return
    toast('已解绑')
    await forget()
  }
  return (
    <View>
      <Button kind='line' wide busy={busy} onClick={() => void unbind()}>解绑这个微信</Button>
      {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
    </View>
  )
}

/** 退出登录 on the web. The session ends here even when the network does not answer. */
const LogOut = () => {
  const { run, busy } = useCommand(logOut)
  const forget = useForget()
  const leave = async () => {
    await run({})
    session.end()
    await forget()
  }
  return <Button kind='line' busy={busy} onClick={() => void leave()}>退出登录</Button>
}

export const Leave = ({ kind, name }: { kind: 'session' | 'binding'; name: string }) => (
  <View className='me__out'>{kind === 'session' ? <LogOut /> : <Unbind name={name} />}</View>
)
