import { answerEmployment, myEmployment, type EmploymentView } from '../../../contract/channel'
import { askEmployment, canAskEmployment } from '../../platform/employment'
import { toast } from '../../platform/toast'
import { useCommand, useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Part } from './part'
import { channelFailure } from './wording'

type Offer = Exclude<EmploymentView['offer'], 'off'>

const WORDS: Readonly<Record<Offer, readonly [word: string, what: string]>> = {
  'not-confirmed': ['不能开启', '只向本院在职的人员开放。请设备科把您的人员档案对应到这个账号，再来开启。'],
  open: ['没有开启', '开启后不用关注公众号，提醒每天都能发到微信的「小程序助手」。微信会先请您确认和本院的用工关系，只问这一次；离职后自动解除。'],
  renewed: ['需要再同意', '本院换了用工消息的模板，请再同意一次，才能继续收到。'],
  agreed: ['已开启', '提醒会发到微信的「小程序助手」。不想再收，可在「小程序助手」里关闭。'],
  declined: ['没有接收', '您选择了不接收，这里不会再问。改主意时，请设备科发一个绑定码，解绑后重新绑定微信，就能再选一次。'],
}
const ON_THE_PHONE = '请在手机微信里打开小程序，到「我的通道」开启。按钮不出现时，请先更新微信。'
const UNBOUND = ['没有开启', '先在微信里打开小程序绑定账号，再来开启。'] as const

const Ask = ({ employment: { offer, templateId }, onAnswered }: { employment: EmploymentView; onAnswered: () => void }) => {
  const { run, busy, failure } = useCommand(answerEmployment)
  const ask = async () => {
    const answered = await askEmployment(templateId, offer === 'renewed')
    if (answered === null) return toast('微信没有弹出询问，请稍后再点')
    if ((await run({ templateId, ...answered })) !== null) onAnswered()
  }
  return (
    <>
      <Button kind='line' busy={busy} onClick={() => void ask()}>开启用工消息</Button>
      {failure && <Notice tone='warn' icon='warn'>{channelFailure(failure)}</Notice>}
    </>
  )
}

const Offered = ({ bound, employment, onAnswered }: { bound: boolean; employment: EmploymentView & { offer: Offer }; onAnswered: () => void }) => {
  const [word, what] = bound ? WORDS[employment.offer] : UNBOUND
  const toAsk = bound && employment.templateId !== ''
  return (
    <Part title='用工消息' works={employment.offer === 'agreed'} word={word} what={toAsk && !canAskEmployment() ? ON_THE_PHONE : what} test='employee-message'>
      {toAsk && canAskEmployment() && <Ask employment={employment} onAnswered={onAnswered} />}
    </Part>
  )
}

/** 用工消息: shown where the hospital has switched it on, asked for once (B3). */
export const Employment = ({ bound }: { bound: boolean }) => {
  const { data, reload } = useOperation(myEmployment, {})
  if (!data || data.offer === 'off') return null
  return <Offered bound={bound} employment={{ ...data, offer: data.offer }} onAnswered={() => void reload()} />
}
