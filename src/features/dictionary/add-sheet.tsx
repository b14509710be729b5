import { useState } from 'react'
import { addDepartment, addWords } from '../../../contract/dictionary'
import { WORD_KINDS, WORD_LIMIT, type DictionaryKind, type WordKind } from '../../../domain/dictionary/entry'
import { DEVICE_TYPES, NMPA_TYPES } from '../../../domain/dictionary/device-types'
import { toast } from '../../platform/toast'
import { useCommand } from '../../platform/use-operation'
import { useDepartments } from '../../platform/use-departments'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { SelectField } from '../../ui/select-field'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import { addTitle, dictionaryFailure } from './wording'

interface Props { kind: DictionaryKind; onClose: () => void }

/** A department, or a word of any other dictionary. */
function useAdding(kind: DictionaryKind) {
  const department = useCommand(addDepartment)
  const words = useCommand(addWords)
  const word = WORD_KINDS.find((each) => each === kind)
  return {
    busy: department.busy || words.busy,
    trouble: dictionaryFailure(department.failure ?? words.failure),
    add: async (name: string, parentId: string | null): Promise<boolean> =>
      (word === undefined ? await department.run({ name, parentId }) : await words.run({ kind: word, names: [name] })) !== null,
  }
}

export const AddSheet = ({ kind, onClose }: Props) => {
  const [name, setName] = useState('')
  const [parentId, setParent] = useState<string | null>(null)
  const departments = useDepartments()
  const { busy, trouble, add } = useAdding(kind)
  const save = async () => {
    if (!await add(name, parentId)) return
    toast('已新增')
    onClose()
  }
  return (
    <Sheet open title={addTitle(kind)} onClose={onClose} footer={<Button wide busy={busy} disabled={name.trim() === ''} onClick={() => void save()}>新增</Button>}>
      <TextField required label='名称' value={name} maxLength={WORD_LIMIT} onChange={setName} />
      {kind === 'department' && <SelectField label='上级科室' value={parentId} options={departments} placeholder='没有上级' onChange={setParent} />}
      {trouble !== '' && <Notice tone='warn' icon='warn'>{trouble}</Notice>}
    </Sheet>
  )
}

/** 设备类型 to begin with: by what they are for, or by the national catalogue. */
export const TypePresets = () => {
  const { run, busy } = useCommand(addWords)
  const take = async (kind: WordKind, names: readonly string[]) => {
    const done = await run({ kind, names: [...names] })
    if (done) toast(`已新增 ${done.added} 项`)
  }
  return (
    <>
      <Button kind='text' busy={busy} onClick={() => void take('device-type', DEVICE_TYPES)}>采用常用分类</Button>
      <Button kind='text' busy={busy} onClick={() => void take('device-type', NMPA_TYPES)}>采用医疗器械分类目录</Button>
    </>
  )
}
