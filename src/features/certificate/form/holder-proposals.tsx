import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { listPeople, type PersonRow } from '../../../../contract/person'
import { useOperation } from '../../../platform/use-operation'
import { useMay } from '../../../platform/use-self'
import { Press } from '../../../ui/press'
import './proposals.scss'

const MOST = 4
/** Milliseconds without a keystroke before people are looked up. */
const PAUSE = 300

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

const labelOf = ({ name, staffNumber, department, title }: PersonRow): string => [name, staffNumber, department.name, title].filter((word) => word !== '').join('\u3000')

interface Props {
  /** What stands in 姓名. */
  typed: string
  onChoose: (person: Pick<PersonRow, 'name' | 'title'>) => void
}

/** People with a record whose name, pinyin or 工号 fits (S20, B27): two of one name are told apart by 工号 and 科室. */
export const HolderProposals = ({ typed, onChoose }: Props) => {
  const may = useMay('person.read')
  const [chosen, setChosen] = useState(typed.trim())
  const keyword = useRested(typed.trim())
  const { data } = useOperation(listPeople, !may || keyword === '' || keyword === chosen ? null : { keyword, page: 1, pageSize: MOST })
  if (keyword === chosen || data === undefined || data.rows.length === 0) return null
  const choose = (person: PersonRow) => {
    setChosen(person.name)
    onChoose(person)
  }
  return (
    <View className='proposals'>
      <View className='cap'>人员档案里有</View>
      {data.rows.map((person) => <Press key={person.id} className='proposals__p' onClick={() => choose(person)}>{labelOf(person)}</Press>)}
    </View>
  )
}
