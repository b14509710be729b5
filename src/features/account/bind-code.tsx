import { Image, View } from '@tarojs/components'
import qrcode from 'qrcode-generator'
import { useMemo, useState } from 'react'
import { issueBindCode } from '../../../contract/account'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { copy } from '../../platform/copy'
import { mayPrint, printPage } from '../../platform/print-page'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { useIsWide } from '../../platform/width'
import { webAddress } from '../../platform/web-address'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Notice } from '../../ui/notice'
import './bind-code.scss'

interface Issued {
  code: string
  loginName: string
  expiresAt: string
}

const until = (instant: string): string => {
  const at = new Date(instant)
  return `${dayOf(at)} ${timeOf(at).slice(0, 5)}`
}

const CELL = 4
const drawn = (text: string): string => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createDataURL(CELL, CELL * 2)
}

/** A picture that opens the web page where the password is set; what comes after # stays in the browser, it reaches no server's log. */
const Picture = ({ issued: { code, loginName } }: { issued: Issued }) => {
  const address = webAddress('/pages/me/account/password', { name: loginName, code })
  const source = useMemo(() => (address === null ? null : drawn(address)), [address])
  if (source === null) return null
  return (
    <View className='code__qr'>
      <Image className='code__img' src={source} mode='aspectFit' ariaLabel='设置网页密码的二维码' />
      <View className='cap'>扫这个码，可在网页上设置登录密码</View>
    </View>
  )
}

/** What is handed over, on screen and on paper. */
export const Slip = ({ issued, name }: { issued: Issued; name: string }) => (
  <View className='slip'>
    <View className='slip__for'>操作证管家绑定码，给{name}</View>
    <View className='code' role='status'>{issued.code}</View>
    <View>微信：打开小程序，选「绑定码」，输入登录名 {issued.loginName} 和这个码。</View>
    <View>网页：在登录页选「第一次登录或忘了密码」，输入登录名和这个码，设一个密码。</View>
    <Picture issued={issued} />
    <View className='cap'>两种办法用一种，这个码只能用一次，{until(issued.expiresAt)} 之前有效。关闭后不再显示。</View>
  </View>
)

interface Invited { id: string; name: string; bound: boolean }

const Question = ({ bound }: { bound: boolean }) =>
  <View>{bound ? '这个账号已经绑定。用新码绑定会换掉原来的微信，并通知他；用它设网页密码则不影响微信。' : '发出的码 24 小时内有效，只能用一次。'}</View>

/** A one-time bind code for one account; issued on a tap, shown once. */
export const BindCode = ({ account, onClose }: { account: Invited; onClose: () => void }) => {
  const { run, busy, failure } = useCommand(issueBindCode)
  const [issued, setIssued] = useState<Issued | null>(null)
  const issue = async () => setIssued(await run({ accountId: account.id }))
  const take = async (code: string) => toast((await copy(code)) ? '已复制' : '没有复制成功，请手工抄下')
  const wide = useIsWide()
  const next = issued === null
    ? <Button busy={busy} onClick={() => void issue()}>发绑定码</Button>
    : <>{mayPrint && wide && <Button kind='line' onClick={printPage}>打印</Button>}<Button icon='doc' onClick={() => void take(issued.code)}>复制绑定码</Button></>
  return (
    <Dialog open title={`给${account.name}发绑定码`} onClose={onClose} footer={<><Button kind='line' onClick={onClose}>{issued === null ? '取消' : '完成'}</Button>{next}</>}>
      {issued === null ? <Question bound={account.bound} /> : <Slip issued={issued} name={account.name} />}
      {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
    </Dialog>
  )
}
