import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAccounts } from '../../../../contract/account'
import { useRows } from '../../../platform/use-rows'
import { CheckRow } from '../../../ui/choice-row'
import { Empty } from '../../../ui/empty'
import { Field } from '../../../ui/field'
import { Icon } from '../../../ui/icon'
import { ListBody } from '../../../ui/list-body'
import { Press } from '../../../ui/press'
import { SearchBar } from '../../../ui/search-bar'
import type { Named } from './paper-form'

interface Props {
  chosen: readonly Named[]
  error: string | undefined
  onChange: (people: readonly Named[]) => void
}

const Choices = ({ chosen, onChange }: Pick<Props, 'chosen' | 'onChange'>) => {
  const [typed, setTyped] = useState('')
  const [keyword, setKeyword] = useState('')
  const list = useRows(listAccounts, { keyword })
  const isChosen = (id: string) => chosen.some((one) => one.id === id)
  const toggle = ({ id, name }: Named) => onChange(isChosen(id) ? chosen.filter((one) => one.id !== id) : [...chosen, { id, name }])
  return (
    <View className='dpeople'>
      <SearchBar value={typed} onChange={setTyped} onSearch={() => setKeyword(typed.trim())} placeholder='姓名、登录名' />
      <ListBody list={list} unit='人' safe='已选的人不会丢。' empty={<Empty note='没有这个人的账号。' />}>
        <View>{list.rows.map(({ id, name, department }) => <CheckRow key={id} text={name} note={department?.name} chosen={isChosen(id)} onClick={() => toggle({ id, name })} />)}</View>
      </ListBody>
    </View>
  )
}

/** 指定人员: any account of the institution, several at once (S40). Opens in place, because the form may itself stand in a sheet. */
export const PeopleField = ({ chosen, error, onChange }: Props) => {
  const [open, setOpen] = useState(false)
  const names = chosen.map(({ name }) => name).join('、')
  return (
    <View className='dpeople__f'>
      <Field label='指定人员' error={error} full>
        <Press className='dopen' label={`指定人员：${names === '' ? '请选择' : names}`} onClick={() => setOpen(!open)}>
          <View className={`grow one ${names === '' ? 'ink3' : ''}`}>{names === '' ? '请选择' : names}</View>
          <Icon name='down' size={18} />
        </Press>
      </Field>
      {open && <Choices chosen={chosen} onChange={onChange} />}
    </View>
  )
}
