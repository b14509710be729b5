import { View } from '@tarojs/components'
import { issueBindCode, type AccountRow } from '../../../contract/account'
import { dayOf, timeOf } from '../../../domain/kernel/civil-day'
import { copy } from '../../platform/copy'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { useState } from 'react'
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

const Shown = ({ issued, name }: { issued: Issued; name: string }) => (
  <View>
    <View className='code' role='status'>{issued.code}</View>
    <View>请{name}打开小程序，选「绑定码」，输入登录名 {issued.loginName} 和这个码。</View>
    <View className='cap'>只能用一次，{until(issued.expiresAt)} 之前有效。关闭后不再显示。</View>
  </View>
)

/** A one-time bind code for one account; issued on a tap, shown once. */
export const BindCode = ({ account, onClose }: { account: AccountRow; onClose: () => void }) => {
  const { run, busy, failure } = useCommand(issueBindCode)
  const [issued, setIssued] = useState<Issued | null>(null)
  const issue = async () => setIssued(await run({ accountId: account.id }))
  const take = async (code: string) => toast((await copy(code)) ? '已复制' : '没有复制成功，请手工抄下')
  const next = issued === null
    ? <Button busy={busy} onClick={() => void issue()}>发绑定码</Button>
    : <Button icon='doc' onClick={() => void take(issued.code)}>复制绑定码</Button>
  return (
    <Dialog open title={`给${account.name}发绑定码`} onClose={onClose} footer={<><Button kind='line' onClick={onClose}>{issued === null ? '取消' : '完成'}</Button>{next}</>}>
      {issued === null
        ? <View>{account.reach.bound ? '这个账号已经绑定。用新码绑定会换掉原来的微信，并通知他。' : '发出的码 24 小时内有效，只能用一次。'}</View>
        : <Shown issued={issued} name={account.name} />}
      {failure && <Notice tone='warn' icon='warn'>{failure.message}</Notice>}
    </Dialog>
  )
}
