import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { listDictionary } from '../../../contract/dictionary-list'
import type { WordKind } from '../../../domain/dictionary/entry'
import { useOperation } from '../../platform/use-operation'
import { Press } from '../../ui/press'
import './device-record.scss'

const MOST = 4
/** Milliseconds without a keystroke before words are looked up. */
const PAUSE = 300

const useRested = (text: string): string => {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

interface Props {
  kind: WordKind
  /** What stands in the field. */
  typed: string
  onChoose: (name: string) => void
}

/** Words the dictionary has already, by initials too (S44: 设备名称 is chosen, a new one is typed on the spot), so that one thing gets one name. */
export const WordProposals = ({ kind, typed, onChoose }: Props) => {
  const keyword = useRested(typed.trim())
  const { data } = useOperation(listDictionary, keyword === '' ? null : { kind, keyword, page: 1, pageSize: MOST + 1 })
  const names = (data?.rows ?? []).map(({ name }) => name).filter((name) => name !== typed.trim()).slice(0, MOST)
  if (names.length === 0) return null
  return (
    <View className='dnames'>
      <Text className='cap'>已有</Text>
      {names.map((name) => <Press key={name} className='dnames__n' onClick={() => onChoose(name)}>{name}</Press>)}
    </View>
  )
}
