/** What the cloud itself says of one call, '' where it says nothing. Nothing in here comes from the caller's message. */
export interface Identity {
  /** The mini-program and its user, for calls by `wx.cloud.callFunction`. */
  appId: string
  openid: string
  unionid: string
  /** Chain of callers, e.g. `wx_client` or `scf`. */
  source: string
  /** `timer` for a timer. */
  trigger: string
  /** Network address of the caller, as the gateway saw it. */
  address: string
  /** Signed in to the cloud without being anybody. */
  anonymous: boolean
  /** Names this run in the log. */
  requestId: string
}
