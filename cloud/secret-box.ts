import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { SealedSecret } from './documents'
import type { SecretBox } from './ports'
import { requireSettings, type Environment } from './settings'


interface MasterKey { id: string; bytes: Buffer }

const keyOf = (text: string): MasterKey => {
  const bytes = createHash('sha256').update(`channel-secrets:${text}`).digest()
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}

/** Characters of a secret that may be shown again, and how long it must be for that. */
const TAIL = 4
const LONG_ENOUGH = 12

const tailOf = (text: string): string => (text.length < LONG_ENOUGH ? '' : text.slice(-TAIL))

function sealWith({ id, bytes }: MasterKey, text: string, owner: string): SealedSecret {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', bytes, iv).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { keyId: id, iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), text: sealed.toString('base64'), tail: tailOf(text) }
}

function openWith({ bytes }: MasterKey, sealed: SealedSecret, owner: string): string {
  const tag = Buffer.from(sealed.tag, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', bytes, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 }).setAAD(Buffer.from(owner)).setAuthTag(tag)
  return Buffer.concat([decipher.update(Buffer.from(sealed.text, 'base64')), decipher.final()]).toString('utf8')
}

/** `SECRETS_KEY` seals; `SECRETS_KEY_PREVIOUS` still opens while the secrets are carried over (`resealed`). */
export function nodeSecretBox(environment: Environment): SecretBox {
  const current = (): MasterKey => {
    requireSettings(environment, ['SECRETS_KEY'])
    return keyOf(environment.SECRETS_KEY ?? '')
  }
  const keys = (): MasterKey[] => [current(), ...(environment.SECRETS_KEY_PREVIOUS ? [keyOf(environment.SECRETS_KEY_PREVIOUS)] : [])]
  return {
    seal: (text, owner) => sealWith(current(), text, owner),
    open(sealed, owner) {
      const key = keys().find(({ id }) => id === sealed.keyId)
      if (!key) throw new Error('a stored secret lies under a master key that the environment does not hold')
      return openWith(key, sealed, owner)
    },
    isCurrent: ({ keyId }) => keyId === current().id,
  }
}
