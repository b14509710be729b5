import { randomUUID } from 'node:crypto'
import type { FileArea } from '../storage/file-area'
import { checkedPath, fileIdOf, pathOf } from '../storage/file-path'
import type { Links } from '../storage/links'
import { listOf, objectsOf, optionalNumber, textOf, type Actions, type Parameters } from './request'
import { applies } from '../rules/rules'

/** Life of a temporary link when the caller names none, and at most: one day. */
const DAY_SECONDS = 86_400
const MISSING = 'STORAGE_FILE_NONEXIST'

export interface StorageSetup { area: FileArea; links: Links; /** Address of the object storage, ends in `/`. */ address: string }

const linkTo = async ({ area, links, address }: StorageSetup, file: Parameters): Promise<Record<string, unknown>> => {
  const path = pathOf(file.fileid)
  const isThere = path !== undefined && (await area.has(path))
  if (!path || (!isThere && applies('storage.missing'))) return { code: MISSING, fileID: file.fileid, tempFileURL: '' }
  const seconds = Math.min(optionalNumber(file, 'max_age') ?? DAY_SECONDS, DAY_SECONDS)
  return { code: 'SUCCESS', fileID: file.fileid, tempFileURL: `${address}${path}?${links.reading(path, seconds)}` }
}

const isMove = (file: Parameters): boolean => file.remove_original === true && applies('storage.copy-original')

const copy = async (area: FileArea, file: Parameters): Promise<Record<string, unknown>> => {
  const from = pathOf(file.src_path) ?? textOf(file, 'src_path')
  const to = checkedPath(textOf(file, 'dst_path'))
  const found = await area.read(from)
  if (!found) return { code: MISSING, fileId: '' }
  const mayOverwrite = file.overwrite !== false || !applies('storage.copy-over')
  if (!mayOverwrite && (await area.has(to))) return { code: 'STORAGE_FILE_EXIST', fileId: '' }
  if (applies('storage.copy')) await area.write(to, found.bytes, found.type)
  if (isMove(file)) await area.remove(from)
  return { code: 'SUCCESS', fileId: fileIdOf(to) }
}

/** Every `storage.*` action over the file area. */
export const storageActions = (setup: StorageSetup): Actions => ({
  'storage.getUploadMetadata': ({ parameters }) => {
    const path = checkedPath(textOf(parameters, 'path'))
    const authorization = setup.links.writing(path)
    return { data: { url: `${setup.address}${encodeURI(path)}`, token: 'emulator', authorization, fileId: fileIdOf(path), cosFileId: randomUUID() } }
  },
  'storage.batchGetDownloadUrl': async ({ parameters }) => {
    const list = await Promise.all(objectsOf(parameters, 'file_list').map((file) => linkTo(setup, file)))
    return { data: { download_list: list } }
  },
  'storage.batchDeleteFile': async ({ parameters }) => {
    const remove = async (fileID: unknown) => {
      const path = pathOf(fileID)
      const wasThere = path !== undefined && (applies('storage.delete') ? await setup.area.remove(path) : await setup.area.has(path))
      return { fileID, code: wasThere || !applies('storage.delete-missing') ? 'SUCCESS' : MISSING }
    }
    return { data: { delete_list: await Promise.all(listOf(parameters, 'fileid_list').map(remove)) } }
  },
  'storage.batchCopyFile': async ({ parameters }) => {
    const list = await Promise.all(objectsOf(parameters, 'file_list').map((file) => copy(setup.area, file)))
    return { data: { copy_list: list } }
  },
})
