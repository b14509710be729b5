import { View } from '@tarojs/components'
import { useState } from 'react'
import { beginProof, proveByPassword, takeProof } from '../../../../contract/web-log-in'
import { browserKind } from '../../../platform/browser-kind'
import { call } from '../../../platform/call'
import { asFailure, type CallFailure } from '../../../platform/call-failure'
import { failureWords } from '../../../platform/failure-words'
import type { Proving } from '../../../platform/prove-again'
import { newRequestId } from '../../../platform/request-id'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { TextField } from '../../../ui/text-field'
import { CodeOnScreen } from '../code-on-screen'
import { useWebCode } from '../use-web-code'
import type { CodeWays } from '../watch-web-log-in'

const WORDS = { 'account.wrong-password': '密码不对，请再输一次。' }

/** Not `useCommand`: the screens behind are not asked anew for it. */
function useProof(settle: Proving) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const prove = async (password: string): Promise<void> => {
    if (busy || password === '') return
    setBusy(true)
    try {
      await call(proveByPassword, { password }, newRequestId())
      settle(true)
    } catch (thrown) {
      setFailure(asFailure(thrown))
      setBusy(false)
      if (asFailure(thrown).code === 'account.signed-out') settle(false)
    }
  }
  return { busy, trouble: failure === null ? '' : failureWords(failure.code, failure.detail, WORDS), prove }
}

const ByPassword = ({ settle, onScan }: { settle: Proving; onScan: (() => void) | null }) => {
  const [password, setPassword] = useState('')
  const { busy, trouble, prove } = useProof(settle)
  const confirm = () => void prove(password)
  return (
    <View>
      <TextField label='登录密码' placeholder='请输入密码' password maxLength={200} autoComplete='current-password' value={password} onChange={setPassword} onConfirm={confirm} />
      {trouble !== '' && <Notice tone='warn' icon='warn'>{trouble}</Notice>}
      {onScan !== null && <View className='prove__way'><Button kind='text' onClick={onScan}>改用手机确认</Button></View>}
      <View className='prove__do'><Button kind='line' onClick={() => settle(false)}>取消</Button><Button busy={busy} disabled={password === ''} onClick={confirm}>确认</Button></View>
    </View>
  )
}

const WAYS: CodeWays = {
  begin: () => call(beginProof, browserKind(), newRequestId()),
  take: ({ ticket, secret }) => call(takeProof, { ticket, secret }, newRequestId()),
}

const ByPhone = ({ settle, onPassword }: { settle: Proving; onPassword: () => void }) => {
  const { shown, renew } = useWebCode(WAYS, () => settle(true))
  return (
    <View className='prove__scan'>
      {shown.standing === 'none' ? <Notice>还没有配置小程序，请用密码确认。</Notice> : <CodeOnScreen shown={shown} verb='确认' onRenew={renew} />}
      <View className='prove__way'><Button kind='text' onClick={onPassword}>改用密码</Button></View>
      <View className='prove__do'><Button kind='line' onClick={() => settle(false)}>取消</Button></View>
    </View>
  )
}

/** By the password, or on the desk by the bound phone. */
export const ProveForm = ({ settle, mayScan }: { settle: Proving; mayScan: boolean }) => {
  const [byPhone, setByPhone] = useState(false)
  if (byPhone) return <ByPhone settle={settle} onPassword={() => setByPhone(false)} />
  return <ByPassword settle={settle} onScan={mayScan ? () => setByPhone(true) : null} />
}
