/** What WeChat answers: always HTTP 200, `errcode` 0 or absent when it went well. */
export type WechatAnswer = { errcode?: number; errmsg?: string } & Record<string, unknown>

const MESSAGES: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40164: 'invalid ip, not in whitelist',
  40243: 'AppSecret has been frozen',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43004: 'require subscribe',
  43101: 'user refuse to accept the msg',
  43116: 'this template_id is banned',
  43117: 'sending messages to this openid too frequently, please try later',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
}

export const refusal = (errcode: number, errmsg: string = MESSAGES[errcode] ?? 'error'): WechatAnswer => ({ errcode, errmsg: `${errmsg} rid: emulator` })

export const fine = (rest: Record<string, unknown> = {}): WechatAnswer => ({ errcode: 0, errmsg: 'ok', ...rest })
