import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAccounts, type AccountRow } from '../../../contract/account'
import { useRows } from '../../platform/use-rows'
import { Button } from '../../ui/button'
import { CheckRow, RadioRow } from '../../ui/choice-row'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { KeywordBar } from '../../ui/keyword-bar'
import { ListBody } from '../../ui/list-body'
import type { Named } from './change-draft'
import { TICKS_SAFE } from './wording'
import './bulk.scss'

interface Props {
  title: string
  /** One account or several. */
  several?: boolean
  initial: readonly Named[]
  onDone: (chosen: readonly Named[]) => void
  onCancel: () => void
}

/** Two of the same name are told apart by log-in name and department. */
const note = ({ loginName, department }: AccountRow): string => [loginName, department?.name ?? ''].filter((words) => words !== '').join('　')

function useChoice(initial: readonly Named[], several: boolean) {
  const [chosen, setChosen] = useState(initial)
  const choose = ({ id, name }: Named): void => {
    const rest = chosen.filter((each) => each.id !== id)
    const kept = several ? rest : []
    setChosen(several && rest.length < chosen.length ? rest : [...kept, { id, name }])
  }
  return { chosen, choose }
}

/** Accounts of the institution in use, to choose one or several of. */
export const AccountDialog = ({ title, several = false, initial, onDone, onCancel }: Props) => {
  const [keyword, setKeyword] = useState('')
  const { chosen, choose } = useChoice(initial, several)
  const list = useRows(listAccounts, { keyword })
  const Row = several ? CheckRow : RadioRow
  const footer = <><View className='grow bold'>{`已选 ${chosen.length} 人`}</View><Button kind='line' onClick={onCancel}>取消</Button><Button disabled={chosen.length === 0} onClick={() => onDone(chosen)}>确定</Button></>
  return (
    <Dialog open title={title} onClose={onCancel} footer={footer}>
      <KeywordBar keyword={keyword} onKeyword={setKeyword} placeholder='姓名、登录名' />
      <ListBody list={list} unit='人' safe={TICKS_SAFE} empty={<Empty note='没有这个人的账号。' />}>
        {list.rows.map((row) => <Row key={row.id} text={row.name} note={note(row)} chosen={chosen.some(({ id }) => id === row.id)} onClick={() => choose(row)} />)}
      </ListBody>
    </Dialog>
  )
}
