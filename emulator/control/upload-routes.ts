import { typeOf } from '../http/static-files'
import type { FileArea } from '../storage/file-area'
import { checkedPath, fileIdOf } from '../storage/file-path'
import { MAX_FILE_BYTES } from '../storage/serve-files'
import type { ControlRoutes } from './routes'

/** `PUT upload?path=…` is what `wx.cloud.uploadFile` does: the body becomes the file. */
export const uploadRoutes = (area: FileArea): ControlRoutes => ({
  'PUT upload': async ({ incoming }) => {
    const path = checkedPath(incoming.query.get('path') ?? '')
    await area.write(path, await incoming.body(MAX_FILE_BYTES), incoming.header('content-type') || typeOf(path))
    return { fileID: fileIdOf(path) }
  },
  'GET files': () => area.list(),
})
