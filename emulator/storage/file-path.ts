import { CloudError } from '../cloud-error'
import { ENV_ID } from '../functions/environment'
import { applies } from '../rules/rules'

/** Bucket of the pretend environment, as it stands in file ids. */
const BUCKET = `${ENV_ID}.656d-${ENV_ID}-1300000000`
const PREFIX = `cloud://${BUCKET}/`
const MAX_PATH_BYTES = 850

// eslint-disable-next-line no-control-regex -- control characters are what is refused here
const FORBIDDEN = /[\u0000-\u001f\u007f\\]/

const isUnsafe = (path: string): boolean =>
  path.startsWith('/') || FORBIDDEN.test(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..')

/** A cloud path as CloudBase allows it: relative, no empty, `.` or `..` parts, no control characters, at most 850 bytes. */
export const checkedPath = (path: string): string => {
  const isPath = path !== '' && Buffer.byteLength(path) <= MAX_PATH_BYTES && !isUnsafe(path)
  if (!isPath && applies('storage.paths')) throw new CloudError('INVALID_PARAM', `«${path.slice(0, 80)}» is no path of a file`)
  return path
}

export const fileIdOf = (path: string): string => `${applies('storage.file-id') ? PREFIX : ''}${path}`

/** The path behind a file id of this environment, `undefined` for any other. */
export const pathOf = (fileId: unknown): string | undefined => {
  if (typeof fileId !== 'string' || !fileId.startsWith(PREFIX)) return undefined
  const path = fileId.slice(PREFIX.length)
  return path === '' || isUnsafe(path) ? undefined : path
}
