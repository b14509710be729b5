import type { Caller } from '../../domain/account/caller'

/** Who stands at the door, bound or not. `key` names him for attempts and repeated requests; it comes from the cloud, never from his message. */
export type Visitor =
  | { way: 'wechat'; key: string; appId: string; openid: string; unionid: string }
  | { way: 'web'; key: string; token: string }

/** A visitor whom we know. */
export interface SignedIn extends Caller {
  visitor: Visitor
}

export interface Arrival {
  visitor: Visitor
  /** null: no account is bound, or the session is over. */
  caller: SignedIn | null
  /** His account was switched off: it is as good as none, but he is told. */
  off: boolean
  /** When he last proved himself, for a session of the web; absent: the cloud itself names him with this very call. */
  provenAt?: Date
}
