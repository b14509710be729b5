import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAccounts, type AccountRow } from '../../../../contract/account'
import { ROLE_NAMES } from './role-names'
import { useRows } from '../../../platform/use-rows'
import { CheckRow } from '../../../ui/choice-row'
import { ListEnd } from '../../../ui/list-end'
import { SearchBar } from '../../../ui/search-bar'
import { EM } from '../day-words'
import type { PersonCard } from '../draft'
import { PickerListState } from '../picker/picker-list-state'
import { isChosen, toggleRow, type Selection } from '../selection'
import '../picker/picker.scss'

export interface PeoplePicking {
  chosen: Selection<PersonCard>
  toggle: (person: PersonCard) => void
}

export function usePeoplePicking(initial: readonly PersonCard[]): PeoplePicking {
  const [chosen, setChosen] = useState<Selection<PersonCard>>(initial)
  return { chosen, toggle: (person) => setChosen((before) => toggleRow(before, person)) }
}

/** 科室 and role. */
const who = ({ department, role }: AccountRow): string => [department?.name ?? '', ROLE_NAMES[role]].filter((words) => words !== '').join(EM)

/** What reaches this account, whatever the form ticks (B5). */
const ways = ({ reach }: AccountRow): string => [
  reach.hasPhone ? '有手机号' : '没有手机号',
  reach.bound ? '已绑定小程序' : '未绑定小程序',
  reach.follows ? '已关注公众号' : '未关注公众号',
  ...(reach.employed ? ['已开启用工消息'] : []),
  ...(!reach.follows && reach.wechatCredits > 0 ? [`微信还可提醒 ${reach.wechatCredits} 次`] : []),
].join(EM)

const Row = ({ person, picking }: { person: AccountRow; picking: PeoplePicking }) => (
  <CheckRow text={person.name} note={<><View>{who(person)}</View><View>{ways(person)}</View></>} chosen={isChosen(picking.chosen, person.id)} onClick={() => picking.toggle(person)} />
)

/** 指定人员: any account of the institution, across departments, several at once (S40). */
export const PeoplePicker = ({ picking }: { picking: PeoplePicking }) => {
  const [typed, setTyped] = useState('')
  const [keyword, setKeyword] = useState('')
  const list = useRows(listAccounts, { keyword })
  return (
    <View>
      <SearchBar value={typed} onChange={setTyped} onSearch={() => setKeyword(typed.trim())} placeholder='姓名、登录名' />
      <PickerListState loading={list.loading} failure={list.failure} empty={list.head?.total === 0} shape='ledger' safe='已选的人不会丢。' nothing='没有这个人的账号' onRetry={list.reload} />
      <View className='people-list'>{list.rows.map((person) => <Row key={person.id} person={person} picking={picking} />)}</View>
      {list.rows.length > 0 && <ListEnd shown={list.rows.length} total={list.head?.total ?? 0} onMore={list.more} busy={list.adding} unit='人' />}
    </View>
  )
}
