import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { AttachmentView } from '../../../contract/attachment'
import { MAX_ATTACHMENTS } from '../../../domain/attachment/attachment'
import { asFailure } from '../../platform/call-failure'
import { failureWords } from '../../platform/failure-words'
import { leftOutWords } from '../../platform/left-out-words'
import { openFile } from '../../platform/open-file'
import { chooseFiles, uploadAttachment, type ChosenFile } from '../../platform/upload'
import { DropArea } from '../../ui/drop-area'
import { Thumb, ThumbAdd } from '../../ui/thumb'
import { FILE_FAILURES } from './wording'

export interface DeviceFilesDesk {
  files: readonly AttachmentView[]
  busy: boolean
  /** Why the last file did not arrive; '' when it did. */
  trouble: string
  choose: () => Promise<void>
  /** Takes what was dropped on the page, as far as there is room. */
  take: (files: readonly ChosenFile[]) => Promise<void>
  remove: (id: string) => void
}

/** Photos and PDFs of a device or a record, on their way until they are saved with it. `changed` hears what is there, for a form that keeps it elsewhere. */
export function useDeviceFiles(saved: readonly AttachmentView[], changed?: (files: readonly AttachmentView[]) => void): DeviceFilesDesk {
  const [files, setFiles] = useState(saved)
  const told = useRef(saved)
  useEffect(() => {
    if (told.current === files) return
    told.current = files
    changed?.(files)
  }, [files, changed])
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const bring = async (file: ChosenFile): Promise<void> => {
    try {
      const attachment = await uploadAttachment(file)
      setFiles((all) => [...all, attachment])
    } catch (thrown) {
      const { code, detail } = asFailure(thrown)
      setTrouble(`${file.name}：${failureWords(code, detail, FILE_FAILURES)}`)
    }
  }
  const room = MAX_ATTACHMENTS - files.length
  const take = async (chosen: readonly ChosenFile[]): Promise<void> => {
    setTrouble(leftOutWords(chosen.slice(room)))
    setBusy(true)
    for (const file of chosen.slice(0, room)) await bring(file)
    setBusy(false)
  }
  return {
    files, busy, trouble, take,
    remove: (id) => setFiles((all) => all.filter((file) => file.id !== id)),
    choose: async () => take(await chooseFiles({ count: room, kinds: ['photo', 'pdf'] })),
  }
}

/** The files with their removal, and the place of the next one: chosen or, on the desk, dropped. */
export const FileRow = ({ files: { files, busy, trouble, choose, take, remove } }: { files: DeviceFilesDesk }) => {
  const open = files.length < MAX_ATTACHMENTS && !busy
  return (
    <View className='dfiles'>
      <DropArea open={open} onFiles={(dropped) => void take(dropped)}>
        {files.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openFile(file)} onRemove={() => remove(file.id)} />)}
        {open && <ThumbAdd onClick={() => void choose()} />}
        {busy && <View className='cap'>正在上传…</View>}
      </DropArea>
      {trouble !== '' && <View className='dform__w' role='alert'>{trouble}</View>}
    </View>
  )
}
