import { View } from '@tarojs/components'
import { useState } from 'react'
import { usesOfEntry, type DictionaryRow } from '../../../contract/dictionary-list'
import { KIND_WORDS, WORD_LIMIT, type DictionaryKind } from '../../../domain/dictionary/entry'
import { goTo } from '../../platform/navigate'
import { useDepartments } from '../../platform/use-departments'
import { useOperation } from '../../platform/use-operation'
import { Button } from '../../ui/button'
import { Fact } from '../../ui/fact'
import { Notice } from '../../ui/notice'
import { SelectField } from '../../ui/select-field'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import { MergeChoice } from './merge-choice'
import { useEntry } from './use-entry'
import { usesWords } from './wording'

interface Props { kind: DictionaryKind; entry: DictionaryRow; onClose: () => void }
interface PartProps extends Props { desk: ReturnType<typeof useEntry>; uses: string; onMerge: () => void }

const Trouble = ({ text }: { text: string }) => (text === '' ? null : <Notice tone='warn' icon='warn'>{text}</Notice>)

/** Who answers for a department is whose account says so: one truth, which escalation asks too (B9). */
const Heads = ({ heads }: { heads: readonly string[] }) => (
  <Fact name='科室负责人'>
    {heads.length === 0 ? '没有负责人账号' : heads.join('、')}
    <Button kind='text' onClick={() => goTo('/pages/work/account/accounts')}>去账号管理</Button>
  </Fact>
)

const Edit = ({ kind, entry, onClose, desk, uses, onMerge }: PartProps) => {
  const [name, setName] = useState(entry.name)
  const [parentId, setParent] = useState(entry.parentId)
  const departments = useDepartments().filter(({ value }) => value !== entry.id)
  const same = name.trim() === entry.name && parentId === entry.parentId
  const after = async (done: Promise<boolean>) => { if (await done) onClose() }
  return (
    <Sheet open title={entry.name} about={`${KIND_WORDS[kind]}\u3000${uses}`} onClose={onClose} footer={<Button wide busy={desk.busy} disabled={same || name.trim() === ''} onClick={() => void after(desk.save(name, parentId))}>保存</Button>}>
      <TextField required label='名称' value={name} maxLength={WORD_LIMIT} hint='改名后，用到它的内容都改成新名称' onChange={setName} />
      {kind === 'department' && <SelectField label='上级科室' value={parentId} options={departments} placeholder='没有上级' onChange={setParent} />}
      {kind === 'department' && <Heads heads={entry.heads} />}
      <View className='dic-acts'>
        <Button kind='line' onClick={onMerge}>合并到…</Button>
        <Button kind='text' busy={desk.busy} onClick={() => void after(desk.retire(true))}>停用</Button>
      </View>
      <Trouble text={desk.trouble} />
    </Sheet>
  )
}

const Merge = ({ kind, entry, onClose, desk, uses, onMerge }: PartProps) => {
  const [into, setInto] = useState<DictionaryRow | null>(null)
  const merge = async () => { if (into !== null && await desk.merge(into, uses)) onClose() }
  return (
    <Sheet open title={`把“${entry.name}”合并到`} about={uses} onClose={onMerge} footer={<Button wide busy={desk.busy} disabled={into === null} onClick={() => void merge()}>{into === null ? '合并' : `合并到 ${into.name}`}</Button>}>
      <Trouble text={desk.trouble} />
      <MergeChoice kind={kind} entry={entry} into={into} onChoose={setInto} />
    </Sheet>
  )
}

const Retired = ({ kind, entry, onClose, desk }: PartProps) => {
  const back = async () => { if (await desk.retire(false)) onClose() }
  const merged = entry.mergedInto !== ''
  return (
    <Sheet open title={entry.name} about={merged ? `已并入${entry.mergedInto}，不能再用` : `${KIND_WORDS[kind]}\u3000已停用`} onClose={onClose} footer={merged ? undefined : <Button wide busy={desk.busy} onClick={() => void back()}>恢复使用</Button>}>
      <Trouble text={desk.trouble} />
    </Sheet>
  )
}

/** One entry: its name and place, 合并, 停用. */
export const EntrySheet = (props: Props) => {
  const { kind, entry } = props
  const [merging, setMerging] = useState(false)
  const desk = useEntry(kind, entry)
  const { data } = useOperation(usesOfEntry, { kind, id: entry.id })
  const parts = { ...props, desk, uses: data === undefined ? '正在查有多少内容用到它' : usesWords(data), onMerge: () => setMerging(!merging) }
  if (entry.retired) return <Retired {...parts} />
  return merging ? <Merge {...parts} /> : <Edit {...parts} />
}
