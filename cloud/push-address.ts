import type { Secrets } from './ports'

/** Whose pushes an address takes: WeChat's events, or Tencent's SMS receipts, of one institution. */
export interface PushAddress { kind: 'events' | 'sms'; institutionId: string }

/** Hex signs: 128 bits, so that nobody guesses an address (SMS receipts carry no signature, platform facts §4.5). */
const KEY_LENGTH = 32

const keyOf = (secrets: Pick<Secrets, 'sign'>, { kind, institutionId }: PushAddress): string =>
  secrets.sign('address', `${kind}:${institutionId}`).slice(0, KEY_LENGTH)

/** Path under the door, to be typed into the provider's console. */
export const pushPath = (secrets: Pick<Secrets, 'sign'>, address: PushAddress): string =>
  `/wechat/${address.kind}/${encodeURIComponent(address.institutionId)}/${keyOf(secrets, address)}`

const PATH = /\/(events|sms)\/([A-Za-z0-9_:.%-]{1,128})\/([0-9a-f]{32})\/?$/

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The address that a path names, if its key is ours; found out without asking anybody. */
export function addressAt(secrets: Pick<Secrets, 'sign'>, path: string): PushAddress | null {
  const [, kind, encoded, key] = PATH.exec(path) ?? []
  const institutionId = encoded === undefined ? null : decoded(encoded)
  if (institutionId === null || (kind !== 'events' && kind !== 'sms')) return null
  const address: PushAddress = { kind, institutionId }
  // Both are HMACs of one length; comparing them under the same key again tells nothing of where they differ.
  return secrets.sign('address', keyOf(secrets, address)) === secrets.sign('address', key ?? '') ? address : null
}
