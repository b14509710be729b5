import { dirname, join } from 'node:path'
import { CONTROL_PATH } from './control/control'
import { findWorkerFile } from './functions/worker-file'
import { routeOf } from './http-access/http-access'
import type { Incoming } from './http/incoming'
import { jsonReply, type Reply } from './http/reply'
import type { Handler } from './http/server'
import { readStatic } from './http/static-files'
import type { EmulatorOptions } from './options'
import { isForProvider } from './providers/providers'
import { FILES_PATH } from './storage/serve-files'

/** Every way into the emulator. */
export interface Doors {
  admin: Handler
  files: Handler
  control: Handler
  providers: Handler
  /** HTTP access to a function. */
  access: (name: string, incoming: Incoming) => Promise<Reply>
}

const isControl = (path: string): boolean => path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`)

/** The doors that the emulator itself occupies; a project's routes and pages come after them. */
const ownDoor = (doors: Doors, incoming: Incoming): Handler | undefined => {
  if (incoming.path === '/admin') return doors.admin
  if (isControl(incoming.path)) return doors.control
  if (incoming.path.startsWith(FILES_PATH)) return doors.files
  return isForProvider(incoming) ? doors.providers : undefined
}

const isReading = ({ method }: Incoming): boolean => method === 'GET' || method === 'HEAD'

const page = async ({ webFolder, webHeaders }: EmulatorOptions, incoming: Incoming): Promise<Reply> => {
  const file = webFolder && isReading(incoming) ? await readStatic(webFolder, incoming.path) : undefined
  if (file) return { ...file, headers: { ...file.headers, ...webHeaders } }
  return jsonReply(404, { code: 'NOT_FOUND', message: `nothing at ${incoming.path}` })
}

/** Which door a request wants, by its path. */
export const dispatch = (doors: Doors, options: EmulatorOptions): Handler => (incoming) => {
  const own = ownDoor(doors, incoming)
  if (own) return own(incoming)
  const name = routeOf(options.routes ?? {}, incoming.path)
  return name ? doors.access(name, incoming) : page(options, incoming)
}

/** Files of the console, which the build puts beside the instance's script. */
export const consoleFile = async (incoming: Incoming): Promise<Reply | undefined> => {
  const path = incoming.path.slice(CONTROL_PATH.length)
  if (path === '') return { status: 302, headers: { location: `${CONTROL_PATH}/` }, body: '' }
  return isReading(incoming) ? readStatic(join(dirname(findWorkerFile()), 'console'), path) : undefined
}
