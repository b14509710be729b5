import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { bytesReply, type Reply } from './reply'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
}

export const typeOf = (path: string): string => TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'

/** The file that `path` means inside `folder`, `undefined` if it would lead out of it. */
const within = (folder: string, path: string): string | undefined => {
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path))
  return file.startsWith(`${normalize(folder)}${sep}`) && !file.includes('\0') ? file : undefined
}

/** A file of a static site, `undefined` if there is none. */
export const readStatic = async (folder: string, path: string): Promise<Reply | undefined> => {
  const file = within(folder, path)
  const isFile = file ? await stat(file).then((found) => found.isFile(), () => false) : false
  if (!file || !isFile) return undefined
  const reply = bytesReply(await readFile(file), typeOf(file))
  return { ...reply, headers: { ...reply.headers, 'cache-control': 'no-cache' } }
}
