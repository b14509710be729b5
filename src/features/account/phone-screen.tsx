import { View } from '@tarojs/components'
import { useState } from 'react'
import { bindAccount, findByPhone } from '../../../contract/account'
import { failureWords, type WordBook } from '../../platform/failure-words'
import { mayAskPhone, PhoneButton } from '../../platform/phone-button'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import '../../ui/wechat-button.scss'
import './bind-screen.scss'

interface Found { ticket: string; name: string; institution: string }

const OTHERWISE = '请用登录名和密码或绑定码绑定。'
const NO_QUOTA = `微信暂时不提供手机号，${OTHERWISE}`
const WORDS: WordBook = {
  'phone.not-set-up': `本院没有开通手机号绑定，${OTHERWISE}`,
  'phone.code': ({ code }) => (code === '40029' ? '这次授权已失效，请再点一次。' : `微信没有给出手机号（代码 ${String(code)}），请再点一次。仍不行，${OTHERWISE}`),
  'phone.no-account': `没有账号登记这个手机号。请设备科在您的账号里补上，或者${OTHERWISE.slice(1)}`,
  'phone.ticket-over': '停留太久，请重新点「用微信手机号绑定」。',
  'account.locked': '一小时内只能核对五次手机号，请过一会儿再试，或改用登录名、绑定码。',
}

const Choices = ({ found, busy, onChoose }: { found: readonly Found[]; busy: boolean; onChoose: (ticket: string) => void }) => (
  <Section title='是您的账号吗' note='核对无误后绑定'>
    {found.map(({ ticket, name, institution }) => (
      <View key={ticket} className='bind__found'>
        <View>{name}<View className='sub'>{institution}</View></View>
        <Button busy={busy} label={`绑定${institution}${name}的账号`} onClick={() => onChoose(ticket)}>绑定</Button>
      </View>
    ))}
  </Section>
)

/** 用手机号绑定: WeChat tells the functions the number, never the app; the app only learns whose account has it (S42). */
const ByPhone = ({ onBound }: { onBound: () => void }) => {
  const find = useCommand(findByPhone)
  const bind = useCommand(bindAccount)
  const [found, setFound] = useState<readonly Found[] | null>(null)
  const [noQuota, setNoQuota] = useState(false)
  const take = async (code: string | null) => {
    setNoQuota(code === null)
    bind.clear()
    if (code) setFound((await find.run({ code }))?.accounts ?? null)
  }
  const choose = async (ticket: string) => {
    const bound = await bind.run({ by: 'phone', ticket })
    if (bound === null) return setFound(null)
    toast(`已绑定${bound.account.name}的账号`)
    onBound()
  }
  const failure = bind.failure ?? find.failure
  return (
    <View>
      {found === null ? <View className='pad'><PhoneButton onCode={(code) => void take(code)}>用微信手机号绑定</PhoneButton></View> : <Choices found={found} busy={bind.busy} onChoose={(ticket) => void choose(ticket)} />}
      {(failure ?? noQuota) && <View className='pad'><Notice tone='warn' icon='warn'>{failure ? failureWords(failure.code, failure.detail, WORDS) : NO_QUOTA}</Notice></View>}
    </View>
  )
}

export const PhoneScreen = ({ onBound, back }: { onBound: () => void; back: () => void }) => (
  <PageFrame title='用手机号绑定' bare back={back}>
    <View className='bind'>
      <View className='pad bind__why'>微信会把您的手机号告诉系统，系统用它找到登记了这个号码的账号，找到后由您确认。不会保存到别处。</View>
      {mayAskPhone() ? <ByPhone onBound={onBound} /> : <View className='pad'><Notice>手机号绑定要在微信小程序里办理。</Notice></View>}
      <Button kind='text' wide onClick={back}>不用手机号，换一种绑定方式</Button>
    </View>
  </PageFrame>
)
