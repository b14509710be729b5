import { View } from '@tarojs/components'
import { useState } from 'react'
import { bindAccount } from '../../../contract/account'
import { goTo } from '../../platform/navigate'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Seg } from '../../ui/seg'
import { TextField } from '../../ui/text-field'
import { keepInstitution, type CredentialField, type Credentials } from './credentials'
import { useCredentials } from './use-credentials'

type Way = 'password' | 'code'
const WAYS = [{ value: 'password', text: '登录名' }, { value: 'code', text: '绑定码' }]
const ASKED: Readonly<Record<Way, readonly CredentialField[]>> = { password: ['institution', 'loginName', 'password'], code: ['loginName', 'code'] }

const inputOf = (way: Way, { institution, loginName, password, code }: Credentials) =>
  way === 'password'
    ? { by: way, institution: institution.trim(), loginName: loginName.trim(), password }
    : { by: way, loginName: loginName.trim(), code: code.trim() }

/** Ties this WeChat to an account (S42, S56), by log-in name and password or by a one-time code. */
export const BindForm = ({ onBound }: { onBound: () => void }) => {
  const [way, setWay] = useState<Way>('password')
  const { values, field, check } = useCredentials()
  const { run, busy, failure, clear } = useCommand(bindAccount)

  const bind = async () => {
    if (!check(ASKED[way])) return
    const bound = await run(inputOf(way, values))
    if (bound === null) return
    if (way === 'password') keepInstitution(values.institution.trim())
    toast(`已绑定${bound.account.name}的账号`)
    onBound()
  }
  const change = (next: string) => {
    setWay(next === 'code' ? 'code' : 'password')
    clear()
  }

  return (
    <View>
      <Seg label='绑定方式' items={WAYS} value={way} onChange={change} />
      {way === 'password' && <TextField label='所属机构' placeholder='请输入医院名称' maxLength={60} {...field('institution')} />}
      <TextField label='登录名' placeholder='请输入登录名' maxLength={60} autoComplete='username' {...field('loginName')} />
      {way === 'password'
        ? <TextField label='密码' placeholder='请输入密码' password maxLength={200} autoComplete='current-password' {...field('password')} onConfirm={() => void bind()} />
        : <TextField label='绑定码' placeholder='设备科发给您的一次性码' maxLength={40} {...field('code')} onConfirm={() => void bind()} />}
      {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
      <View className='bind__go'><Button wide busy={busy} onClick={() => void bind()}>绑定</Button></View>
      <Button kind='text' wide onClick={() => goTo('/pages/me/account/phone')}>用手机号绑定</Button>
    </View>
  )
}
