export interface Variable {
  name: string
  /** Without it the function that names it refuses every call. */
  required: boolean
  /** Never printed. */
  secret: boolean
  meaning: string
}

const variable = (name: string, meaning: string, kind: { required?: boolean; secret?: boolean } = {}): Variable =>
  ({ name, meaning, required: kind.required ?? false, secret: kind.secret ?? false })
const key = { required: true, secret: true }
const secret = { secret: true }

/** The vocabulary of the functions' environment. Which function gets which is read off the bundles. */
export const VARIABLES: readonly Variable[] = [
  variable('CODE_KEY', 'key of the one-time bind codes: long random text', key),
  variable('SESSION_KEY', 'key of web sessions: long random text', key),
  variable('DELIVER_KEY', 'key by which deliver knows that remind called: long random text', key),
  variable('ADDRESS_KEY', 'key of the secret addresses to which receipts and an institution’s own pushes are sent: long random text', key),
  variable('SECRETS_KEY', 'master key under which institutions’ own secrets are stored: 32 random bytes in base64', key),
  variable('SECRETS_KEY_PREVIOUS', 'the master key before, while secrets are carried over', secret),
  variable('MINI_APP_IDS', 'appids of the mini-programs whose users may bind, separated by commas', { required: true }),
  variable('WEB_ORIGIN', 'origin of the web edition, https://…', { required: true }),
  variable('MINI_APP_ID', 'appid of the mini-program that sends subscription messages'),
  variable('MINI_APP_SECRET', 'its AppSecret', secret),
  variable('SUBSCRIBE_TEMPLATE_ID', 'its subscription message template'),
  variable('OFFICIAL_APP_ID', 'appid of the official account'),
  variable('OFFICIAL_APP_SECRET', 'its AppSecret', secret),
  variable('OFFICIAL_TEMPLATE_ID', 'its template message'),
  variable('SMS_SECRET_ID', 'Tencent Cloud SecretId for SMS', secret),
  variable('SMS_SECRET_KEY', 'its SecretKey', secret),
  variable('SMS_APP_ID', 'SdkAppId of the SMS application'),
  variable('SMS_SIGN', 'approved SMS signature'),
  variable('SMS_TEMPLATE_ID', 'approved SMS template for one certificate'),
  variable('SMS_DIGEST_TEMPLATE_ID', 'approved SMS template for several'),
  variable('PUSH_TOKEN', 'token of the official account’s message push', secret),
  variable('PUSH_AES_KEY', 'EncodingAESKey of the message push', secret),
]

/** Named by the code but never set in production: they weaken a rule or lead to another address. */
export const NEVER_IN_PRODUCTION: readonly string[] = ['PUSH_PLAIN_ALLOWED', 'WECHAT_API', 'SMS_ENDPOINT']
