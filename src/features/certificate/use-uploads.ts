import { useRef, useState } from 'react'
import { checkDeclared, MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from '../../../domain/attachment/attachment'
import { asFailure } from '../../platform/call-failure'
import { leftOutWords } from '../../platform/left-out-words'
import { chooseFiles, uploadAttachment, type ChosenFile } from '../../platform/upload'
import type { AttachmentView } from '../../../contract/attachment'
import { discardStaged } from './discard-staged'

/** A file on its way to the certificate, or one that did not get there. */
export interface Upload {
  key: number
  file: ChosenFile
  /** 0 to 1 */
  share: number
  /** Why it did not arrive; `null` while it is under way. */
  trouble: string | null
  /** The same file may work the next time. */
  again: boolean
  /** The file whose place it takes; `null`: it comes at the end. */
  insteadOf: string | null
}

const MEGABYTES = Math.round(MAX_ATTACHMENT_BYTES / 1024 / 1024)

const TROUBLES: Readonly<Record<string, string>> = {
  'attachment.empty': '是空文件',
  'attachment.too-large': `超过 ${MEGABYTES} MB`,
  'attachment.type-not-allowed': '只收照片（JPG、PNG、WebP、HEIC）和 PDF',
  'attachment.not-what-it-says': '内容和文件类型不符，只收照片和 PDF',
  'attachment.too-many-pixels': '照片超过 5500 万像素，请用相机的普通模式重拍，或压缩后再传',
  'attachment.not-arrived': '没有传上去',
  'network.offline': '网络不通，没有传上去',
}
const troubleWords = (code: string, message: string): string => TROUBLES[code] ?? message

/** Trying the same file again makes sense only when the file itself was not refused. */
const FINAL = new Set(['attachment.empty', 'attachment.too-large', 'attachment.type-not-allowed', 'attachment.not-what-it-says', 'attachment.too-many-pixels'])

export type UploadsWait = 'attachment.still-uploading' | 'attachment.not-uploaded'

/** What did not arrive keeps a form from being saved as well: whoever saves without looking would lose his photo. */
function waitsFor(uploads: readonly Upload[]): UploadsWait | null {
  if (uploads.some(({ trouble }) => trouble === null)) return 'attachment.still-uploading'
  return uploads.length > 0 ? 'attachment.not-uploaded' : null
}

export interface Uploads {
  uploads: readonly Upload[]
  /** Why nothing may be saved yet, in a code that `fieldWords` knows; `null`: every chosen file has arrived or was taken away again. */
  waits: UploadsWait | null
  /** Which of the last files found no room; '' when all did. */
  leftOut: string
  choose: (room: number) => Promise<void>
  /** Takes what was dropped on the page, as far as there is room, and tells of the rest. */
  take: (files: readonly ChosenFile[], room: number) => Promise<void>
  /** Chooses one file for the place of another. */
  replace: (id: string) => Promise<void>
  retry: (upload: Upload) => Promise<void>
  forget: (upload: Upload) => void
}

function begunWith(file: ChosenFile, insteadOf: string | null, key: number): Upload {
  const code = checkDeclared({ name: file.name, size: file.bytes, mime: file.type })
  return { key, file, share: 0, trouble: code === null ? null : troubleWords(code, ''), again: false, insteadOf }
}

/** Several files at once, each with its own progress and its own trouble (S32). `arrived` answers false when nobody wants it any more. */
export function useUploads(arrived: (attachment: AttachmentView, insteadOf: string | null) => boolean): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [leftOut, setLeftOut] = useState('')
  const next = useRef(0)
  const edit = (key: number, change: Partial<Upload>) => setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const forget = ({ key }: Upload) => setUploads((all) => all.filter((each) => each.key !== key))

  const bring = async (upload: Upload): Promise<void> => {
    try {
      const attachment = await uploadAttachment(upload.file, (share) => edit(upload.key, { share }))
      forget(upload)
      if (!arrived(attachment, upload.insteadOf)) discardStaged([attachment.id])
    } catch (thrown) {
      const { code, message } = asFailure(thrown)
      edit(upload.key, { trouble: troubleWords(code, message), again: !FINAL.has(code) })
    }
  }
  const bringAll = async (files: readonly ChosenFile[], insteadOf: string | null): Promise<void> => {
    const begun = files.map((file) => begunWith(file, insteadOf, next.current += 1))
    setUploads((all) => [...all, ...begun])
    await Promise.all(begun.filter(({ trouble }) => trouble === null).map(bring))
  }
  const bringChosen = async (room: number, insteadOf: string | null): Promise<void> => admit(await chooseFiles({ count: room, kinds: ['photo', 'pdf'] }), room, insteadOf)
  const admit = (files: readonly ChosenFile[], room: number, insteadOf: string | null): Promise<void> => {
    setLeftOut(leftOutWords(files.slice(room)))
    return bringAll(files.slice(0, room), insteadOf)
  }
  return {
    uploads,
    waits: waitsFor(uploads),
    forget,
    leftOut,
    choose: (room) => bringChosen(Math.min(room, MAX_ATTACHMENTS), null),
    take: (files, room) => admit(files, room, null),
    replace: (id) => bringChosen(1, id),
    retry: async (upload) => {
      edit(upload.key, { trouble: null, share: 0 })
      await bring(upload)
    },
  }
}
