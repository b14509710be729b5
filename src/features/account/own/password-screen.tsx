import { View } from '@tarojs/components'
import { useState } from 'react'
import { setPassword } from '../../../../contract/account-own'
import { checkPassword } from '../../../../domain/account/password'
import { goBack, replaceWith } from '../../../platform/navigate'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { PageFrame } from '../../../ui/page-frame'
import { TextField } from '../../../ui/text-field'
import { passwordWords, PASSWORD_RULE } from './wording'
import '../log-in-screen.scss'

interface Typed { loginName: string; code: string; password: string; again: string }
type Wrong = Partial<Record<keyof Typed, string>>

const wrongIn = ({ loginName, code, password, again }: Typed): Wrong => {
  const weak = checkPassword(password, loginName)
  return {
    ...(loginName.trim() === '' && { loginName: '请输入登录名' }),
    ...(code.trim() === '' && { code: '请输入绑定码' }),
    ...(weak !== null && { password: passwordWords(weak) }),
    ...(password !== again && { again: '两次输入不一样' }),
  }
}

function usePassword(initial: Pick<Typed, 'loginName' | 'code'>) {
  const [typed, setTyped] = useState<Typed>({ ...initial, password: '', again: '' })
  const [tried, setTried] = useState(false)
  const { run, busy, failure, clear } = useCommand(setPassword)
  const wrong = wrongIn(typed)
  const save = async () => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    const { loginName, code, password } = typed
    if (await run({ loginName: loginName.trim(), code: code.trim(), password }) === null) return
    toast('密码已设好，请登录')
    replaceWith('/pages/me/account/log-in')
  }
  const field = (name: keyof Typed) => ({ value: typed[name], error: tried ? wrong[name] : undefined, onChange: (value: string) => { clear(); setTyped({ ...typed, [name]: value }) } })
  return { field, save, busy, failure }
}

/** The first password, or a new one, by a one-time code (S42, B22). */
export const PasswordScreen = ({ loginName, code }: { loginName: string; code: string }) => {
  const { field, save, busy, failure } = usePassword({ loginName, code })
  return (
    <PageFrame title='操作证管家' bare back={() => goBack('/pages/me/account/log-in')}>
      <View className='login'>
        <View className='login__brand'>医疗设备管理平台</View>
        <View className='login__box'>
          <View className='login__lead' role='heading' aria-level='1'>设置登录密码</View>
          <View className='sub'>用设备科发给您的绑定码，码只能用一次。</View>
          <View className='login__form'>
            <TextField label='登录名' maxLength={60} autoComplete='username' {...field('loginName')} />
            <TextField label='绑定码' maxLength={40} placeholder='设备科发给您的一次性码' {...field('code')} />
            <TextField label='新密码' password maxLength={64} autoComplete='new-password' hint={PASSWORD_RULE} {...field('password')} />
            <TextField label='再输一遍' password maxLength={64} autoComplete='new-password' {...field('again')} onConfirm={() => void save()} />
            {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
            <View className='login__go'><Button wide busy={busy} onClick={() => void save()}>设好密码</Button></View>
            <View className='cap login__help'>设好以后，别处的网页登录会全部退出。</View>
          </View>
        </View>
      </View>
    </PageFrame>
  )
}
