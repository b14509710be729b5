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

/** What 删除我的数据 takes at once. */
export const ERASED: readonly string[] = [
  '手机号、网页密码、登录记录',
  '绑定的微信和对提醒的同意；不再收到任何提醒',
  '收到的消息',
  '您提交了、还没有审核通过的换证和新证，连同照片',
]
/** What it leaves, and by which law. */
export const KEPT: readonly string[] = [
  '您名下的证和扫描件：操作资质档案按法规保存，期满后自动删除（放射人员的长期保存）',
  '人员档案（姓名、工号、科室）：由医院人事管理，离职后按保存期限删除',
  '账号的姓名和登录名、审计日志：查清谁在什么时候做过什么',
]
export const ERASE_WORDS: WordBook = {
  'account.last-admin': '您是最后一位院级管理员，删除后没有人能管理账号。请先在“账号管理”里新增或指定另一位院级管理员，办好工作交接，再来删除。',
}
