import type { FileStore } from '../ports'
import type { CloudApp } from './app'
import { boundedDownload } from './bounded-download'

/** Seconds. */
const LINK_AGE = 600
/** CloudBase answers at most this many links or deletions per call. */
const BATCH = 50

const inBatches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH))

/** The headers that the SDK itself sends with an upload: the browser must send the same. */
const uploadHeaders = (path: string, data: { token: string; authorization: string; cosFileId: string }): Record<string, string> => ({
  Signature: data.authorization,
  authorization: data.authorization,
  'x-cos-security-token': data.token,
  'x-cos-meta-fileid': data.cosFileId,
  key: encodeURIComponent(path),
})

/** CloudBase's storage draws a picture smaller when its 图片处理 is switched on, and answers the file itself when it is not (docs.cloudbase.net/storage/ci). */
const smaller = (url: string, side: number | undefined): string => (side === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}imageMogr2/thumbnail/${side}x${side}r`)

/** The FileStore port over CloudBase's storage. Which bucket it is, the platform says with each upload. */
export const cloudFileStore = (app: CloudApp): FileStore => ({
  async uploadTarget(path) {
    const { data } = await app.getUploadMetadata({ cloudPath: path })
    return { url: data.url, fileId: data.fileId, headers: uploadHeaders(path, data) }
  },
  async read(fileId, maxBytes) {
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: LINK_AGE }] })
    const url = fileList[0]?.tempFileURL
    return url ? boundedDownload(url, maxBytes) : null
  },
  async write(path, bytes) {
    const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) })
    return fileID
  },
  async remove(fileIds) {
    for (const fileList of inBatches(fileIds)) await app.deleteFile({ fileList })
  },
  async links(fileIds, side) {
    const asked = inBatches([...new Set(fileIds)]).map((batch) => app.getTempFileURL({ fileList: batch.map((fileID) => ({ fileID, maxAge: LINK_AGE })) }))
    const found = (await Promise.all(asked)).flatMap(({ fileList }) => fileList)
    return new Map(found.filter(({ tempFileURL }) => tempFileURL).map(({ fileID, tempFileURL }) => [fileID, smaller(tempFileURL, side)]))
  },
})
