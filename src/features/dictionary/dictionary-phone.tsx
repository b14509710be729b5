import { useEffect } from 'react'
import { listDictionary } from '../../../contract/dictionary-list'
import { useReachBottom } from '../../platform/use-reach-bottom'
import { useRows } from '../../platform/use-rows'
import { Book, Entry } from '../../ui/entry'
import { ListBody } from '../../ui/list-body'
import { StateWord } from '../../ui/state-word'
import type { DictionaryListProps } from './list-props'
import { NoEntries } from './no-entries'
import { factsOf, SAFE } from './wording'

export const DictionaryPhone = ({ filters, onOpen, busy }: DictionaryListProps) => {
  const { kind, keyword, retired } = filters
  const list = useRows(listDictionary, { kind, keyword, retired })
  useReachBottom(list.more)
  const { reload } = list
  useEffect(() => { if (!busy) reload() }, [busy, reload])
  return (
    <ListBody list={list} unit='项' safe={SAFE} empty={<NoEntries filters={filters} />}>
      <Book>
        {list.rows.map((row, at) => (
          <Entry
            key={row.id}
            last={at === list.rows.length - 1}
            margin={<StateWord state={row.retired ? 'off' : 'ok'} text={row.retired ? '停用' : '在用'} />}
            title={row.name}
            lines={factsOf(kind, row)}
            onClick={() => onOpen(row)}
          />
        ))}
      </Book>
    </ListBody>
  )
}
