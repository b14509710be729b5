import { View } from '@tarojs/components'
import { logIn } from '../../../contract/account'
import { sessionBegun } from '../../platform/session'
import { useForget } from '../../platform/use-forget'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { TextField } from '../../ui/text-field'
import { keepInstitution } from './credentials'
import { useCredentials } from './use-credentials'

/** 登录 of the web edition, by name and password. */
export const LogInForm = ({ onDone }: { onDone: () => void }) => {
  const { values, field, check } = useCredentials()
  const { run, busy, failure } = useCommand(logIn)
  const forget = useForget()

  const enter = async () => {
    if (!check(['institution', 'loginName', 'password'])) return
    const { institution, loginName, password } = values
    const begun = await run({ institution: institution.trim(), loginName: loginName.trim(), password })
    if (begun === null) return
    keepInstitution(institution.trim())
    sessionBegun(begun.token)
    await forget()
    onDone()
  }
  const confirm = () => void enter()

  return (
    <View>
      <TextField label='所属机构' placeholder='请输入医院名称' maxLength={60} autoComplete='organization' {...field('institution')} onConfirm={confirm} />
      <TextField label='登录名' placeholder='请输入登录名' maxLength={60} autoComplete='username' {...field('loginName')} onConfirm={confirm} />
      <TextField label='密码' placeholder='请输入密码' password maxLength={200} autoComplete='current-password' {...field('password')} onConfirm={confirm} />
      {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
      <View className='login__go'><Button wide busy={busy} onClick={confirm}>登录</Button></View>
    </View>
  )
}
