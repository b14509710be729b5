import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock/clock'
import type { Incoming } from '../http/incoming'
import type { Reply } from '../http/reply'
import type { WechatSettings } from '../options'
import { internalRequest } from './internal-request'
import { encrypt, signatureOf } from './message-crypt'

/** An event as WeChat pushes it (JSON form). */
export interface PushEvent { Event: string; FromUserName: string; EventKey?: string; [field: string]: unknown }

export interface Delivery { mode?: 'aes' | 'plain'; repeats?: number }

export interface Delivered { delivered: boolean; tries: number; status: number; answer: string }

/** WeChat's server: it pushes events to the configured address and checks that address. */
export interface Push {
  /** Up to three tries, as WeChat makes when the answer is not 200; `repeats` sends the same message again after that, signed anew. */
  send(event: PushEvent, how?: Delivery): Promise<Delivered>
  /** The check when the address is saved in the console: the answer must be the echo. */
  verify(): Promise<{ ok: boolean; status: number; answer: string }>
}

export interface PushSetup { clock: Clock; settings: WechatSettings; /** Whose events they are: appid and original id. */ account: { appid: string; name: string }; /** Where requests to the pretend public address end. */ receive: (incoming: Incoming) => Promise<Reply> }

const TRIES = 3

export const OFFICIAL_NAME = 'gh_emulator'
export const MINI_NAME = 'gh_emulator_mini'

const nonce = (): string => String(randomBytes(4).readUInt32BE(0))

const wordsOf = (reply: Reply): string => reply.body.toString('utf8')

export const createPush = ({ clock, settings, account, receive }: PushSetup): Push => {
  const stamp = (): Record<string, string> => {
    const [timestamp, once] = [String(Math.floor(clock.now().getTime() / 1000)), nonce()]
    return { signature: signatureOf(settings.pushToken, timestamp, once), timestamp, nonce: once }
  }
  const plain = (event: PushEvent, message: string): Incoming => internalRequest(settings.pushUrlPath, { ...stamp(), openid: event.FromUserName }, message)
  const secret = (event: PushEvent, message: string, aesKey: string): Incoming => {
    const signed = stamp()
    const cipher = encrypt(message, aesKey, account.appid)
    const msgSignature = signatureOf(settings.pushToken, signed.timestamp ?? '', signed.nonce ?? '', cipher)
    const query = { ...signed, openid: event.FromUserName, encrypt_type: 'aes', msg_signature: msgSignature }
    return internalRequest(settings.pushUrlPath, query, JSON.stringify({ ToUserName: account.name, Encrypt: cipher }))
  }
  const once = async (event: PushEvent, message: string, mode: 'aes' | 'plain'): Promise<Reply> => {
    const { pushAesKey } = settings
    return receive(mode === 'aes' && pushAesKey ? secret(event, message, pushAesKey) : plain(event, message))
  }
  return {
    send: async (event, { mode = 'aes', repeats = 0 } = {}) => {
      const CreateTime = Math.floor(clock.now().getTime() / 1000)
      const message = JSON.stringify({ ToUserName: account.name, CreateTime, MsgType: 'event', EventKey: '', ...event })
      let reply = await once(event, message, mode)
      let tries = 1
      for (; reply.status !== 200 && tries < TRIES; tries += 1) reply = await once(event, message, mode)
      for (let repeat = 0; repeat < repeats; repeat += 1) await once(event, message, mode)
      return { delivered: reply.status === 200, tries, status: reply.status, answer: wordsOf(reply) }
    },
    verify: async () => {
      const echo = randomBytes(8).toString('hex')
      const reply = await receive(internalRequest(settings.pushUrlPath, { ...stamp(), echostr: echo }))
      return { ok: reply.status === 200 && wordsOf(reply) === echo, status: reply.status, answer: wordsOf(reply) }
    },
  }
}
