import type { Functions } from '../functions/functions'
import type { ControlCall, ControlRoutes } from './routes'

type CallAsClient = (name: string, data: unknown, openid?: string) => Promise<unknown>

export const callerOf = ({ incoming }: ControlCall): string | undefined => incoming.header('x-emulator-openid') || undefined

const limitOf = ({ incoming }: ControlCall): number => Math.min(Number(incoming.query.get('limit') ?? 50) || 50, 500)

/** `POST functions/<name>` is what `wx.cloud.callFunction` does; the rest shows what is there and what happened. */
export const functionRoutes = (functions: Functions, call: CallAsClient): ControlRoutes => ({
  'GET functions': () => functions.manifests().map((manifest) => ({ ...manifest, entry: undefined, instances: functions.instances(manifest.name) })),
  'POST functions/*': async (request) => ({ result: await call(request.tail, request.body.data, callerOf(request)) }),
  'GET logs': (request) => functions.log.list({ name: request.incoming.query.get('name') ?? undefined, limit: limitOf(request) }),
  'DELETE logs': () => functions.log.clear(),
})
