import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAccounts } from '../../../../contract/account'
import { switchOffAccount } from '../../../../contract/account-admin'
import { toast } from '../../../platform/toast'
import { useCommand } from '../../../platform/use-operation'
import { useRows } from '../../../platform/use-rows'
import { Button } from '../../../ui/button'
import { RadioRow } from '../../../ui/choice-row'
import { Empty } from '../../../ui/empty'
import { KeywordBar } from '../../../ui/keyword-bar'
import { ListBody } from '../../../ui/list-body'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import type { Managed } from './managed'
import { openHandOver } from './links'
import { accountFailure, LIST_SAFE } from './wording'

const Successors = ({ leaver, chosen, onChoose }: { leaver: string; chosen: string | null; onChoose: (id: string) => void }) => {
  const [keyword, setKeyword] = useState('')
  const list = useRows(listAccounts, { keyword })
  const rows = list.rows.filter(({ id }) => id !== leaver)
  return (
    <View>
      <KeywordBar keyword={keyword} onKeyword={setKeyword} placeholder='接替人的姓名、登录名' />
      <ListBody list={list} unit='人' safe={LIST_SAFE} empty={<Empty note='没有这个人的账号。' />}>
        {rows.map(({ id, name, loginName, department }) => (
          <RadioRow key={id} text={name} note={[loginName, department?.name ?? ''].filter((word) => word !== '').join('\u3000')} chosen={id === chosen} onClick={() => onChoose(id)} />
        ))}
      </ListBody>
    </View>
  )
}

/** 停用 with hand-over (B20): what he hears of goes to somebody else, or to nobody, and that is said. */
export const SwitchOff = ({ data: { account, told }, onClose }: { data: Managed; onClose: () => void }) => {
  const [way, setWay] = useState<'successor' | 'nobody'>(told > 0 ? 'successor' : 'nobody')
  const [successorId, setSuccessor] = useState<string | null>(null)
  const { run, busy, failure } = useCommand(switchOffAccount)
  const off = async () => {
    if (await run({ id: account.id, successorId: way === 'successor' ? successorId : null }) === null) return
    toast(`${account.name}的账号已停用`)
    onClose()
  }
  const ready = way === 'nobody' || successorId !== null
  return (
    <Sheet
      open
      title={`停用${account.name}的账号`}
      about={told === 0 ? '没有证件提醒他。' : `现在有 ${told} 张证提醒他。`}
      onClose={onClose}
      footer={<Button wide busy={busy} disabled={!ready} onClick={() => void off()}>停用，立刻不能再进来</Button>}
    >
      <RadioRow text='由接替人收他的提醒' note='证上的人员不改；他再启用时恢复' chosen={way === 'successor'} onClick={() => setWay('successor')}>
        <Successors leaver={account.id} chosen={successorId} onChoose={setSuccessor} />
      </RadioRow>
      <RadioRow text='没有人接替' note={told === 0 ? '没有证件提醒他' : `${told} 张证的提醒少一个人收`} chosen={way === 'nobody'} onClick={() => setWay('nobody')} last />
      <View className='cap acc-note'>要把证上的提醒人员改成别人，请办理工作交接。<Button kind='text' onClick={openHandOver}>去工作交接</Button></View>
      {failure && <Notice tone='warn' icon='warn'>{accountFailure(failure.code, failure.detail)}</Notice>}
    </Sheet>
  )
}
