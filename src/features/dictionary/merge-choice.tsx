import { View } from '@tarojs/components'
import { useState } from 'react'
import { listDictionary, type DictionaryRow } from '../../../contract/dictionary-list'
import type { DictionaryKind } from '../../../domain/dictionary/entry'
import { useOperation } from '../../platform/use-operation'
import { RadioRow } from '../../ui/choice-row'
import { Empty } from '../../ui/empty'
import { KeywordBar } from '../../ui/keyword-bar'
import { Skeleton } from '../../ui/skeleton'
import { factsOf } from './wording'

interface Props { kind: DictionaryKind; entry: DictionaryRow; into: DictionaryRow | null; onChoose: (into: DictionaryRow) => void }

/** What it becomes: another entry of the same dictionary. */
export const MergeChoice = ({ kind, entry, into, onChoose }: Props) => {
  const [keyword, setKeyword] = useState('')
  const { data } = useOperation(listDictionary, { kind, keyword, page: 1, pageSize: 50 })
  const others = (data?.rows ?? []).filter(({ id }) => id !== entry.id)
  return (
    <View>
      <KeywordBar keyword={keyword} onKeyword={setKeyword} placeholder='查找要保留的名称' />
      {data === undefined && <Skeleton rows={4} />}
      {data !== undefined && others.length === 0 && <Empty note='没有别的名称可以合并。' />}
      {others.map((row) => <RadioRow key={row.id} text={row.name} note={factsOf(kind, row).join('\u3000') || undefined} chosen={row.id === into?.id} onClick={() => onChoose(row)} />)}
    </View>
  )
}
