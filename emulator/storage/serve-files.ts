import { CloudError, codedError } from '../cloud-error'
import type { Incoming } from '../http/incoming'
import { bytesReply, type Reply } from '../http/reply'
import { typeOf } from '../http/static-files'
import { readMultipart } from '../wire/multipart'
import type { FileArea } from './file-area'
import { checkedPath } from './file-path'
import type { Links } from './links'
import { applies } from '../rules/rules'

/** Where the object storage lives on this server. */
export const FILES_PATH = '/_files/'

/** Largest file, as the mini-program's upload allows. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

const escaped = (text: string): string => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The object storage's own way to refuse; the SDK reads Code, Message, RequestId and TraceId. */
const xmlError = (status: number, code: string, message: string): Reply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${escaped(message)}</Message><Resource>/</Resource><RequestId>emulator</RequestId><TraceId>emulator</TraceId></Error>`,
})

/** A page or a drawing with scripts would run as part of this origin: it is sent as a download. */
const safeType = (type: string): string => (/html|xml|svg|script/i.test(type) ? 'application/octet-stream' : type)

const refuseWriting = (links: Links, path: string, token: string): void => {
  if (!links.mayWrite(path, token) && applies('storage.write-signature')) throw new CloudError('SignatureDoesNotMatch', 'the signature does not allow to write this path, or no longer')
}

interface FilesSetup { area: FileArea; links: Links }

const readFileOf = async ({ area, links }: FilesSetup, incoming: Incoming, path: string): Promise<Reply> => {
  if (!links.mayRead(path, incoming.query) && applies('storage.link-signature')) return xmlError(403, 'AccessDenied', 'the link is wrong or has expired')
  const found = await area.read(path)
  if (!found) return xmlError(404, 'NoSuchKey', 'there is no such file')
  const reply = bytesReply(found.bytes, applies('storage.type') ? safeType(found.type) : 'application/octet-stream')
  return { ...reply, headers: { ...reply.headers, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' } }
}

const putFile = async ({ area, links }: FilesSetup, incoming: Incoming, path: string): Promise<Reply> => {
  refuseWriting(links, checkedPath(path), incoming.header('authorization'))
  await area.write(path, await incoming.body(MAX_FILE_BYTES), incoming.header('content-type') || typeOf(path))
  return { status: 200, headers: {}, body: '' }
}

/** Form upload of the mini-program and of browsers: fields `key`, `Signature` and `file`. */
const postFile = async ({ area, links }: FilesSetup, incoming: Incoming): Promise<Reply> => {
  const parts = readMultipart(await incoming.body(MAX_FILE_BYTES + 65536), incoming.header('content-type'))
  const path = checkedPath(parts.get('key')?.toString('utf8') ?? '')
  refuseWriting(links, path, parts.get('Signature')?.toString('utf8') ?? '')
  await area.write(path, parts.get('file') ?? Buffer.alloc(0), typeOf(path))
  return { status: 204, headers: {}, body: '' }
}

const STATUS: Readonly<Record<string, number>> = { SignatureDoesNotMatch: 403, EXCEED_REQUEST_SIZE_LIMIT: 413, INVALID_PARAM: 400 }

/** The object storage: temporary links to read, signed PUT and form POST to write. */
export const serveFiles = (setup: FilesSetup) => async (incoming: Incoming): Promise<Reply> => {
  const path = incoming.path.slice(FILES_PATH.length)
  try {
    if (incoming.method === 'GET' || incoming.method === 'HEAD') return await readFileOf(setup, incoming, path)
    if (incoming.method === 'PUT') return await putFile(setup, incoming, path)
    if (incoming.method === 'POST') return await postFile(setup, incoming)
    return xmlError(405, 'MethodNotAllowed', incoming.method)
  } catch (thrown) {
    const { code, message } = codedError(thrown)
    return xmlError(STATUS[code] ?? 500, code === 'EXCEED_REQUEST_SIZE_LIMIT' ? 'EntityTooLarge' : code, message)
  }
}
