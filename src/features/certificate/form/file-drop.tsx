import { View } from '@tarojs/components'
import type { AttachmentView } from '../../../../contract/attachment'
import { MAX_ATTACHMENTS } from '../../../../domain/attachment/attachment'
import { DropArea } from '../../../ui/drop-area'
import { Thumb, ThumbAdd } from '../../../ui/thumb'
import { openAttachment } from '../open-attachment'
import { useViewer } from '../view-scan'
import type { Uploads } from '../use-uploads'
import { UploadRows } from './upload-row'

interface Props {
  files: readonly AttachmentView[]
  uploads: Uploads
  onRemove: (id: string) => void
  /** The certificate that carries the file already; `null` while nobody but its uploader knows it. */
  carriedBy?: (file: AttachmentView) => string | null
}

/** How many more files there is room for: those under way have theirs. */
const roomOf = ({ files, uploads: { uploads } }: Pick<Props, 'files' | 'uploads'>): number =>
  MAX_ATTACHMENTS - files.length - uploads.filter(({ trouble, insteadOf }) => trouble === null && insteadOf === null).length

/** Photos and PDFs to a certificate, chosen or, on the desk, dropped: each with its preview and removal, those under way with progress and retry (S30, S32). */
export const FileDrop = ({ files, uploads, onRemove, carriedBy = () => null }: Props) => {
  const room = roomOf({ files, uploads })
  const viewer = useViewer()
  return (
    <View>
      <DropArea open={room > 0} onFiles={(dropped) => void uploads.take(dropped, room)}>
        {files.map((file) => <Thumb key={file.id} name={file.name} type={file.type} url={file.url} hidden={file.hidden} onOpen={() => void openAttachment(file, carriedBy(file), viewer)} onRemove={() => onRemove(file.id)} />)}
        {room > 0 && <ThumbAdd onClick={() => void uploads.choose(room)} />}
      </DropArea>
      <UploadRows uploads={uploads} />
    </View>
  )
}
