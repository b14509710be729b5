/** What WeChat answers: always HTTP 200, `errcode` 0 or absent when it went well. */
export type WechatAnswer = { errcode?: number; errmsg?: string } & Record<string, unknown>

/** What an interface that makes pictures answers when it went well. */
export interface Picture { picture: Buffer; contentType: string }

export const isPicture = (answer: WechatAnswer | Picture): answer is Picture => Buffer.isBuffer(answer.picture)

const MESSAGES: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40164: 'invalid ip, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40243: 'AppSecret has been frozen',
  40256: 'employee relation not bound',
  40257: 'invalid openid of the employee',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43004: 'require subscribe',
  43101: 'user refuse to accept the msg',
  43104: 'user has not subscribed to this template',
  43116: 'this template_id is banned',
  43117: 'sending messages to this openid too frequently, please try later',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  61010: 'code is expired',
  101000: 'invalid image url',
  101001: 'certificate not found',
  101002: 'not enough market quota',
  101003: 'image size too large',
}

export const refusal = (errcode: number, errmsg: string = MESSAGES[errcode] ?? 'error'): WechatAnswer => ({ errcode, errmsg: `${errmsg} rid: emulator` })

export const fine = (rest: Record<string, unknown> = {}): WechatAnswer => ({ errcode: 0, errmsg: 'ok', ...rest })
