import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAccounts } from '../../../contract/account'
import { setPresence } from '../../../contract/person'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { useRows } from '../../platform/use-rows'
import { Button } from '../../ui/button'
import { RadioRow } from '../../ui/choice-row'
import { Empty } from '../../ui/empty'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { openHandOver } from './links'
import type { Known } from './known'
import { LIST_SAFE, personFailure } from './wording'

type Way = 'successor' | 'nobody' | 'keep'

/** What hangs on him, in one sentence. */
export const touchedWords = ({ counts: { certificates, told }, account }: Pick<Known, 'counts' | 'account'>): string => [
  certificates === 0 ? '他名下没有证' : `他名下有 ${certificates} 张证`,
  told === 0 ? '没有证件提醒他' : `有 ${told} 张证提醒他`,
  account?.active ? '账号在用' : '没有在用的账号',
].join('，')

const Successors = ({ leaver, chosen, onChoose }: { leaver: string; chosen: string | null; onChoose: (id: string) => void }) => {
  const [keyword, setKeyword] = useState('')
  const list = useRows(listAccounts, { keyword })
  return (
    <View>
      <KeywordBar keyword={keyword} onKeyword={setKeyword} placeholder='接替人的姓名、登录名' />
      <ListBody list={list} unit='人' safe={LIST_SAFE} empty={<Empty note='没有这个人的账号。' />}>
        {list.rows.filter(({ id }) => id !== leaver).map(({ id, name, loginName, department }) => (
          <RadioRow key={id} text={name} note={[loginName, department?.name ?? ''].filter((word) => word !== '').join('\u3000')} chosen={id === chosen} onClick={() => onChoose(id)} />
        ))}
      </ListBody>
    </View>
  )
}

interface ChoiceProps { accountId: string; way: Way; onWay: (way: Way) => void; successorId: string | null; onSuccessor: (id: string) => void }

const AccountChoice = ({ accountId, way, onWay, successorId, onSuccessor }: ChoiceProps) => (
  <View role='radiogroup' aria-label='他的账号'>
    <RadioRow text='停用账号，由接替人收他的提醒' chosen={way === 'successor'} onClick={() => onWay('successor')}><Successors leaver={accountId} chosen={successorId} onChoose={onSuccessor} /></RadioRow>
    <RadioRow text='停用账号，没有人接替' note='他的提醒少一个人收' chosen={way === 'nobody'} onClick={() => onWay('nobody')} />
    <RadioRow text='账号先不停用' chosen={way === 'keep'} onClick={() => onWay('keep')} last />
  </View>
)

/** What goes out: an account is named only when it is to be switched off. */
const accountPart = (way: Way, successorId: string | null) => {
  if (way === 'keep') return null
  return { successorId: way === 'successor' ? successorId : null }
}

/** Somebody should be told instead, if anybody is told at all. */
const firstWay = (offers: boolean, told: number): Way => {
  if (!offers) return 'keep'
  return told > 0 ? 'successor' : 'nobody'
}

function useLeaving({ person, version, account, maySwitchOff, counts }: Known, onDone: () => void) {
  const offers = maySwitchOff && account?.active === true
  const [way, setWay] = useState<Way>(firstWay(offers, counts.told))
  const [successorId, setSuccessor] = useState<string | null>(null)
  const { run, busy, failure } = useCommand(setPresence)
  const leave = async () => {
    if (await run({ id: person.id, version, presence: 'left', account: accountPart(way, successorId) }) === null) return
    toast(`${person.name}已离职`)
    onDone()
  }
  return { offers, way, setWay, successorId, setSuccessor, leave, busy, failure, ready: way !== 'successor' || successorId !== null }
}

/** 离职: what it touches stands above, who is told instead is chosen here, one button ends it (B27, B20). */
export const LeaveSheet = ({ data, onClose }: { data: Known; onClose: () => void }) => {
  const { person, account, maySwitchOff } = data
  const { offers, way, setWay, successorId, setSuccessor, leave, busy, failure, ready } = useLeaving(data, onClose)
  return (
    <Sheet open title={`${person.name}离职`} about={`${touchedWords(data)}。`} onClose={onClose} footer={<Button wide busy={busy} disabled={!ready} onClick={() => void leave()}>确定离职</Button>}>
      {offers && account !== null && <AccountChoice accountId={account.id} way={way} onWay={setWay} successorId={successorId} onSuccessor={setSuccessor} />}
      {!offers && account?.active && <Notice>他的账号要由院级管理员或设备科停用，离职后请通知他们。</Notice>}
      <View className='cap pnote'>他名下的证不会自动注销，离职后请逐张核对。{maySwitchOff && <Button kind='text' onClick={openHandOver}>去工作交接</Button>}</View>
      {failure && <Notice tone='warn' icon='warn'>{personFailure(failure.code, failure.detail)}</Notice>}
    </Sheet>
  )
}
