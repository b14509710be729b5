import { failureWords, type WordBook } from '../../../platform/failure-words'

export const PASSWORD_RULE = '8 到 64 个字符，字母、数字、符号至少两种'

const WORDS: WordBook = {
  'password.too-short': '密码至少 8 个字符。',
  'password.too-long': '密码最多 64 个字符。',
  'password.too-simple': '太简单，请混用字母、数字或符号。',
  'password.holds-login-name': '密码里不能有登录名。',
  'account.wrong-password': '现在的密码不对，请再输一次。',
}
export const passwordWords = (code: string, detail: Readonly<Record<string, unknown>> = {}): string => failureWords(code, detail, WORDS)
