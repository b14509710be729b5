import { View } from '@tarojs/components'
import { useState } from 'react'
import { logIn } from '../../../contract/web-log-in'
import { browserKind } from '../../platform/browser-kind'
import { failureWords } from '../../platform/failure-words'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { TextField } from '../../ui/text-field'
import { keepInstitution } from './credentials'
import { SecondStep } from './second-step'
import { useCredentials } from './use-credentials'
import { useEnter } from './use-enter'
import type { Code } from './watch-web-log-in'

const WORDS = { 'account.phone-unbound': '本院要求管理员登录时用手机确认，这个账号还没有绑定小程序。请向另一位管理员要绑定码，先在小程序里绑定。' }

/** Name and password, once; answers the code for the phone where an administrator's is to confirm. */
function useLogIn(onDone: () => void) {
  const { values, field, check } = useCredentials()
  const { run, busy, failure } = useCommand(logIn)
  const [code, setCode] = useState<Code | null>(null)
  const enter = useEnter(onDone)
  const tryIn = async () => {
    if (!check(['institution', 'loginName', 'password'])) return
    const { institution, loginName, password } = values
    const begun = await run({ institution: institution.trim(), loginName: loginName.trim(), password, from: browserKind() })
    if (begun === null) return
    keepInstitution(institution.trim())
    if (begun.state === 'in') enter(begun.token)
    else setCode(begun)
  }
  return { field, busy, failure, code, back: () => setCode(null), tryIn }
}

/** 登录 of the web edition, by name and password. */
export const LogInForm = ({ onDone }: { onDone: () => void }) => {
  const { field, busy, failure, code, back, tryIn } = useLogIn(onDone)
  if (code !== null) return <SecondStep code={code} onDone={onDone} onBack={back} />
  const confirm = () => void tryIn()

  return (
    <View>
      <TextField label='所属机构' placeholder='请输入医院名称' maxLength={60} autoComplete='organization' {...field('institution')} onConfirm={confirm} />
      <TextField label='登录名' placeholder='请输入登录名' maxLength={60} autoComplete='username' {...field('loginName')} onConfirm={confirm} />
      <TextField label='密码' placeholder='请输入密码' password maxLength={200} autoComplete='current-password' {...field('password')} onConfirm={confirm} />
      {failure && <Notice tone='warn' icon='warn'>{failureWords(failure.code, failure.detail, WORDS)}</Notice>}
      <View className='login__go'><Button wide busy={busy} onClick={confirm}>登录</Button></View>
    </View>
  )
}
