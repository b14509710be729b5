import { View } from '@tarojs/components'
import { useState } from 'react'
import { linkAccount, peopleForAccount } from '../../../../contract/person-account'
import { LIKENESS_WORDS } from '../../../../domain/person/likeness'
import { confirm } from '../../../platform/confirm'
import { toast } from '../../../platform/toast'
import { useCommand, useOperation } from '../../../platform/use-operation'
import { Button } from '../../../ui/button'
import { RadioRow } from '../../../ui/choice-row'
import { Fact } from '../../../ui/fact'
import { KeywordBar } from '../../../ui/keyword-bar'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import type { Managed } from './managed'
import { accountFailure } from './wording'

interface Props { data: Managed }

/** People without an account, the likeliest first (B27). */
const PersonSheet = ({ data, onClose }: Props & { onClose: () => void }) => {
  const [keyword, setKeyword] = useState('')
  const [chosen, setChosen] = useState<{ id: string; version: number } | null>(null)
  const { data: found } = useOperation(peopleForAccount, { id: data.account.id, keyword })
  const { run, busy, failure } = useCommand(linkAccount)
  const tie = async () => {
    if (chosen === null || await run({ ...chosen, accountId: data.account.id }) === null) return
    toast('已对应')
    onClose()
  }
  const footer = <Button wide busy={busy} disabled={chosen === null} onClick={() => void tie()}>这个账号就是他本人的</Button>
  return (
    <Sheet open title={`${data.account.name}的账号是谁的？`} onClose={onClose} footer={footer}>
      <KeywordBar keyword={keyword} onKeyword={setKeyword} placeholder='姓名、拼音、工号' />
      {failure && <Notice tone='warn' icon='warn'>{accountFailure(failure.code, failure.detail)}</Notice>}
      <View role='radiogroup' aria-label='人员'>
        {(found?.rows ?? []).map(({ id, version, name, staffNumber, title, department, why }) => (
          <RadioRow key={id} text={`${name}\u3000${staffNumber}`} note={[department, title, why.map((each) => LIKENESS_WORDS[each]).join('、')].filter((word) => word !== '').join('\u3000')} chosen={chosen?.id === id} onClick={() => setChosen({ id, version })} />
        ))}
      </View>
      {found?.rows.length === 0 && <View className='cap'>{keyword === '' ? '没有姓名或工号相近的人，请查找。' : '没有找到还没对应账号的人。'}</View>}
    </Sheet>
  )
}

/** 对应人员: whose account it is, by somebody's word, never by the name alone (B27). */
export const AccountPerson = ({ data }: Props) => {
  const [open, setOpen] = useState(false)
  const { run, busy, failure } = useCommand(linkAccount)
  const { person, account } = data
  const untie = async () => {
    if (person === null || !(await confirm({ title: '取消对应？', text: `这个账号不再是${person.name}（${person.staffNumber}）本人的，他在「我的证书」里看不到证书。`, yes: '取消对应', no: '不取消' }))) return
    if (await run({ id: person.id, version: person.version, accountId: null })) toast('已取消对应')
  }
  const act = person === null ? <Button kind='text' onClick={() => setOpen(true)}>对应到人</Button> : <Button kind='text' busy={busy} onClick={() => void untie()}>取消对应</Button>
  return (
    <>
      <Fact name='对应人员'><View className='row'><View className='grow'>{person === null ? '没有；本人看不到「我的证书」' : `${person.name}\u3000${person.staffNumber}`}</View>{account.mayChange && act}</View></Fact>
      {failure && <Notice tone='warn' icon='warn'>{accountFailure(failure.code, failure.detail)}</Notice>}
      {open && <PersonSheet data={data} onClose={() => setOpen(false)} />}
    </>
  )
}
