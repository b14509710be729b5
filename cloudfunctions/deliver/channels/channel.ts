import type { ProviderReply } from '../../../cloud/ports'
import type { FailureClass, Outcome } from '../../../domain/reminder/outcome'
import type { Occasion } from '../../../domain/reminder/render'

/** One message to one person. Addresses are '' where he has none. */
export interface Message {
  /** The same at every try: what providers and the home page recognise a repetition by. */
  deliveryId: string
  institutionId: string
  accountId: string
  at: Date
  occasion: Occasion
  phone: string
  openid: string
  officialOpenid: string
}

/** Deaf to policy: sends once and says what came of it. Never throws. */
export interface Channel { send(message: Message): Promise<Outcome> }

export const failed = (failureClass: FailureClass, code: string): Outcome => ({ ok: false, class: failureClass, code })

/** What the environment does not set up. */
export const NOT_CONFIGURED: Outcome = failed('config', 'channel.not-configured')

/** A provider's reply as an outcome; `classOf` knows the provider's codes. */
export function outcomeOf(reply: ProviderReply, classOf: (code: string) => FailureClass): Outcome {
  if (reply.kind === 'accepted') return { ok: true, providerId: reply.providerId }
  if (reply.kind === 'unsent') return failed('transient', reply.code)
  return reply.kind === 'unclear' ? failed('unknown', reply.code) : failed(classOf(reply.code), reply.code)
}

/** A mistake of ours in one message must not keep the others from being sent; whether it left is not known. */
export const guarded = (channel: Channel): Channel => ({
  send: (message) => channel.send(message).catch(() => failed('unknown', 'channel.broken')),
})
