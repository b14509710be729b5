import { View } from '@tarojs/components'
import { useState } from 'react'
import { changePassword } from '../../../../contract/account-own'
import { checkPassword } from '../../../../domain/account/password'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { needsLogIn } from '../../../platform/way-in'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Section } from '../../../ui/section'
import { TextField } from '../../../ui/text-field'
import { passwordWords, PASSWORD_RULE } from './wording'

const EMPTY = { current: '', password: '', again: '' }

/** The rule that is broken first, in words; '' when it may be sent. */
const troubleIn = ({ password, again }: typeof EMPTY, loginName: string): string => {
  const weak = checkPassword(password, loginName)
  if (weak !== null) return passwordWords(weak)
  return password === again ? '' : '两次输入不一样。'
}

/** One's own password for the web edition. On the phone the bound WeChat stands for the present one. */
export const OwnPassword = ({ loginName }: { loginName: string }) => {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(EMPTY)
  const [trouble, setTrouble] = useState('')
  const { run, busy, failure } = useCommand(changePassword)
  const put = (part: Partial<typeof EMPTY>) => { setTrouble(''); setTyped({ ...typed, ...part }) }
  const save = async () => {
    const wrong = troubleIn(typed, loginName)
    setTrouble(wrong)
    if (wrong !== '' || await run({ current: typed.current, password: typed.password }) === null) return
    setTyped(EMPTY)
    setOpen(false)
    toast('密码已更换，别处的网页登录已退出')
  }
  const said = trouble === '' && failure !== null ? passwordWords(failure.code, failure.detail) : trouble
  if (!open) return <Section title='网页密码' action={<Button kind='text' onClick={() => setOpen(true)}>更换密码</Button>}><View className='sub'>在电脑网页上登录时用。</View></Section>
  return (
    <Section title='网页密码'>
      {needsLogIn() && <TextField label='现在的密码' password maxLength={64} autoComplete='current-password' value={typed.current} onChange={(current) => put({ current })} />}
      <TextField label='新密码' password maxLength={64} autoComplete='new-password' hint={PASSWORD_RULE} value={typed.password} onChange={(password) => put({ password })} />
      <TextField label='再输一遍' password maxLength={64} autoComplete='new-password' value={typed.again} onChange={(again) => put({ again })} />
      {said !== '' && <Notice tone='warn' icon='warn'>{said}</Notice>}
      <View className='own-do'><Button busy={busy} onClick={() => void save()}>更换</Button><Button kind='text' onClick={() => setOpen(false)}>取消</Button></View>
    </Section>
  )
}
