import type { WordBook } from '../../platform/failure-words'

export const SECURITY_WORDS: WordBook = {
  'security.changed-meanwhile': '有人在您打开之后改过安全设置，已换成最新的，请核对后再改。',
  'security.bind-first': '您自己还没有绑定小程序，不能要求别的管理员用手机确认。请先绑定。',
  'web-log-in.not-set-up': '还没有配置小程序，手机确认用不了，请先在通道设置里配置。',
}
