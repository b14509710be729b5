import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { listDevices } from '../../../contract/device'
import { useOperation } from '../../platform/use-operation'
import { Press } from '../../ui/press'
import './device-record.scss'

const MOST = 4
/** Milliseconds without a keystroke before names are looked up. */
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
  /** What stands in 设备名称. */
  typed: string
  onChoose: (name: string) => void
}

/** Names the archive has already (S44: 设备名称 is chosen, a new one is typed on the spot), so that one thing gets one name. */
export const NameProposals = ({ typed, onChoose }: Props) => {
  const keyword = useRested(typed.trim())
  const { data } = useOperation(listDevices, keyword === '' ? null : { keyword, page: 1, pageSize: 20 })
  const names = [...new Set((data?.rows ?? []).map((device) => device.name))].filter((name) => name !== typed.trim()).slice(0, MOST)
  if (names.length === 0) return null
  return (
    <View className='dnames'>
      <Text className='cap'>已有名称</Text>
      {names.map((name) => <Press key={name} className='dnames__n' onClick={() => onChoose(name)}>{name}</Press>)}
    </View>
  )
}
