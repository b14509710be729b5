import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listAccounts, type AccountRow } from '../../../contract/account'
import { goTo } from '../../platform/navigate'
import { useMay } from '../../platform/use-self'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Book, Entry } from '../../ui/entry'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { Pager } from '../../ui/pager'
import { SearchBar } from '../../ui/search-bar'
import { Skeleton } from '../../ui/skeleton'
import { StateWord } from '../../ui/state-word'
import { BindCode } from './bind-code'
import { reachLine, ROLE_WORDS } from './wording'
import './accounts.scss'

const PAGE = 20

/** One person's day of reminders, for those who hand out bind codes too. */
const askWhy = (accountId: string): void => goTo('/pages/plan/record/why-not', { accountId })

/** A leaver’s reminders go to his successor (B20). */
const openHandOver = (): void => goTo('/pages/work/record/hand-over')

const Row = ({ row, onInvite, last }: { row: AccountRow; onInvite?: () => void; last: boolean }) => (
  <Entry
    last={last}
    margin={row.reach.bound ? <StateWord state='ok' text='已绑定' /> : <StateWord state='off' text='未绑定' />}
    title={row.name}
    extra={row.loginName}
    lines={[[ROLE_WORDS[row.role], row.department?.name].filter(Boolean).join('\u3000'), reachLine(row.reach), ...(onInvite ? [<Text key='why' className='acc-why'>为什么没收到</Text>] : [])]}
    onClick={onInvite && (() => askWhy(row.id))}
    action={onInvite && { text: '发绑定码', label: `给${row.name}发绑定码`, onClick: onInvite }}
  />
)

interface Asked {
  keyword: string
  page: number
}

const List = ({ asked, onPage, onInvite }: { asked: Asked; onPage: (page: number) => void; onInvite?: (row: AccountRow) => void }) => {
  const { data, failure, reload } = useOperation(listAccounts, { ...asked, pageSize: PAGE })
  if (!data) return failure ? <ErrorState failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  if (data.total === 0) return <Empty note={asked.keyword === '' ? '这个机构还没有账号。' : '换个姓名或登录名再查。'} />
  return (
    <View>
      <Book>{data.rows.map((row, index) => <Row key={row.id} row={row} last={index === data.rows.length - 1} onInvite={onInvite && (() => onInvite(row))} />)}</Book>
      <Pager page={data.page} pageSize={data.pageSize} total={data.total} summary={`共 ${data.total} 个账号`} onPage={onPage} />
    </View>
  )
}

/** Every account of the institution: who can be reached, and a one-time code for who is not bound yet. */
export const Accounts = () => {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<Asked>({ keyword: '', page: 1 })
  const [invited, setInvited] = useState<AccountRow | null>(null)
  const mayInvite = useMay('account.invite')
  const mayHandOver = useMay('account.write')

  return (
    <View>
      <View className='pad'>
        <SearchBar value={typed} onChange={setTyped} onSearch={() => setAsked({ keyword: typed.trim(), page: 1 })} placeholder='姓名或登录名' />
        {mayHandOver && <Button kind='text' onClick={openHandOver}>有人离职或换岗？办理工作交接</Button>}
      </View>
      <List asked={asked} onPage={(page) => setAsked({ ...asked, page })} onInvite={mayInvite ? setInvited : undefined} />
      {invited && <BindCode account={invited} onClose={() => setInvited(null)} />}
    </View>
  )
}
