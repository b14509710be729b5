import { View } from '@tarojs/components'
import { useState } from 'react'
import { accountsForPerson, linkAccount } from '../../../contract/person-account'
import { LIKENESS_WORDS } from '../../../domain/person/likeness'
import { confirm } from '../../platform/confirm'
import { toast } from '../../platform/toast'
import { useCommand, useOperation } from '../../platform/use-operation'
import { useMay } from '../../platform/use-self'
import { Button } from '../../ui/button'
import { RadioRow } from '../../ui/choice-row'
import { Fact } from '../../ui/fact'
import { KeywordBar } from '../../ui/keyword-bar'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import type { Known } from './known'
import { openAccount } from './links'
import { personFailure } from './wording'

interface Props { data: Known }

/** Accounts that are nobody's yet, the likeliest first (B27). */
const AccountSheet = ({ data, onClose }: Props & { onClose: () => void }) => {
  const [keyword, setKeyword] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: found } = useOperation(accountsForPerson, { id: data.person.id, keyword })
  const { run, busy, failure } = useCommand(linkAccount)
  const tie = async () => {
    if (chosen === null || await run({ id: data.person.id, version: data.version, accountId: chosen }) === null) return
    toast('已对应')
    onClose()
  }
  const footer = <Button wide busy={busy} disabled={chosen === null} onClick={() => void tie()}>这就是他本人的账号</Button>
  return (
    <Sheet open title={`${data.person.name}的账号是哪个？`} onClose={onClose} footer={footer}>
      <KeywordBar keyword={keyword} onKeyword={setKeyword} placeholder='姓名、登录名' />
      {failure && <Notice tone='warn' icon='warn'>{personFailure(failure.code, failure.detail)}</Notice>}
      <View role='radiogroup' aria-label='账号'>
        {(found?.rows ?? []).map(({ id, name, loginName, department, why }) => (
          <RadioRow key={id} text={`${name}\u3000${loginName}`} note={[department, why.map((each) => LIKENESS_WORDS[each]).join('、')].filter((word) => word !== '').join('\u3000')} chosen={chosen === id} onClick={() => setChosen(id)} />
        ))}
      </View>
      {found?.rows.length === 0 && <View className='cap'>{keyword === '' ? '没有姓名或工号相近的账号，请查找。' : '没有找到还没对应到人的账号。'}</View>}
    </Sheet>
  )
}

const accountWords = ({ loginName, active, successor }: NonNullable<Known['account']>): string =>
  (active ? loginName : `${loginName}，已停用${successor === null ? '' : `，由${successor.name}收提醒`}`)

const None = ({ data }: Props) => {
  const mayTie = useMay('account.write')
  const [open, setOpen] = useState(false)
  const act = mayTie && data.person.presence !== 'left' && <Button kind='text' onClick={() => setOpen(true)}>对应账号</Button>
  return (
    <>
      <View className='pdo'><View className='grow'>没有账号</View>{act}</View>
      {open && <AccountSheet data={data} onClose={() => setOpen(false)} />}
    </>
  )
}

const Tied = ({ data, account }: Props & { account: NonNullable<Known['account']> }) => {
  const { run, busy, failure } = useCommand(linkAccount)
  const mayTie = useMay('account.write')
  const untie = async () => {
    if (!(await confirm({ title: '取消对应？', text: `${account.loginName} 不再是他本人的账号，他在「我的证书」里看不到证书。`, yes: '取消对应', no: '不取消' }))) return
    if (await run({ id: data.person.id, version: data.version, accountId: null })) toast('已取消对应')
  }
  return (
    <>
      <View className='pdo'>
        <View className='grow'>{accountWords(account)}</View>
        {data.maySwitchOff && <Button kind='text' onClick={() => openAccount(account.id)}>打开账号</Button>}
        {mayTie && <Button kind='text' busy={busy} onClick={() => void untie()}>取消对应</Button>}
      </View>
      {failure && <Notice tone='warn' icon='warn'>{personFailure(failure.code, failure.detail)}</Notice>}
    </>
  )
}

/** 本人的账号, tied by somebody's word, never by the name alone (B27). */
export const PersonAccount = ({ data }: Props) => <Fact name='账号'>{data.account === null ? <None data={data} /> : <Tied data={data} account={data.account} />}</Fact>
