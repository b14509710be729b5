import { decryptPush } from './aes'
import type { HttpCall } from './http-event'
import { readPushBody, type PushFields } from './push-body'
import { readPushList, withoutList } from './push-list'
import { isFresh, isSigned } from './signature'

export interface PushSettings {
  /** The token typed into WeChat's console. */
  token: string
  /** EncodingAESKey, '' when none is set: then no encrypted push is taken. */
  encodingKey: string
  /** The official account whose pushes these are. */
  appId: string
  /** The mini-program whose pushes come by the same address, '' for none. */
  miniAppId?: string
  /** Only for trying out: pushes in plain text are refused in production. */
  plainAllowed: boolean
}

/** `fields` null: it is WeChat's, but nothing that we can read. */
export type Verified = { ok: true; fields: PushFields | null; list: readonly PushFields[] } | { ok: false; reason: 'stale' | 'signature' | 'plain' | 'body' | 'appid' }

const refuse = (reason: Extract<Verified, { ok: false }>['reason']): Verified => ({ ok: false, reason })

const of = ({ query }: HttpCall, name: string): string => query.get(name) ?? ''

const signed = (call: HttpCall, { token }: PushSettings): readonly string[] => [token, of(call, 'timestamp'), of(call, 'nonce')]

/** WeChat asks whether this address is ours: its signature, of now. */
export const isUrlCheck = (call: HttpCall, settings: PushSettings, now: Date): boolean =>
  isFresh(of(call, 'timestamp'), now) && isSigned(of(call, 'signature'), signed(call, settings))

/** Judges a push by time stamp, signature and appid, before anybody is asked anything. */
export function verifyPush(call: HttpCall, settings: PushSettings, now: Date): Verified {
  if (!isFresh(of(call, 'timestamp'), now)) return refuse('stale')
  if (call.body === null) return refuse('body')
  return of(call, 'encrypt_type') === 'aes' ? verifyEncrypted(call, call.body, settings) : verifyPlain(call, call.body, settings)
}

const read = (message: string): Verified => ({ ok: true, fields: readPushBody(withoutList(message)), list: readPushList(message) })

function decryptFor(appIds: readonly string[], encodingKey: string, encrypted: string): string | null {
  for (const appId of appIds.filter((id) => id !== '')) {
    const message = decryptPush({ encodingKey, appId }, encrypted)
    if (message !== null) return message
  }
  return null
}

function verifyEncrypted(call: HttpCall, body: string, settings: PushSettings): Verified {
  const encrypted = readPushBody(body)?.get('Encrypt') ?? ''
  if (encrypted === '' || settings.encodingKey === '') return refuse('body')
  if (!isSigned(of(call, 'msg_signature'), [...signed(call, settings), encrypted])) return refuse('signature')
  const message = decryptFor([settings.appId, settings.miniAppId ?? ''], settings.encodingKey, encrypted)
  return message === null ? refuse('appid') : read(message)
}

function verifyPlain(call: HttpCall, body: string, settings: PushSettings): Verified {
  if (!settings.plainAllowed) return refuse('plain')
  return isSigned(of(call, 'signature'), signed(call, settings)) ? read(body) : refuse('signature')
}
