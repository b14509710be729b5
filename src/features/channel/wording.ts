import type { TestedChannel } from '../../../contract/channel'
import { failureWords, type Detail, type WordBook } from '../../platform/failure-words'
import type { CallFailure } from '../../platform/call-failure'

export const CHANNEL_WORDS: Readonly<Record<TestedChannel, string>> = { home: '首页', 'official-account': '公众号', 'subscribe-message': '订阅消息', 'employee-message': '用工消息', sms: '短信' }

const channelIn = ({ channel }: Detail): string => (channel === 'media-check' ? '照片内容检查' : typeof channel === 'string' && channel in CHANNEL_WORDS ? CHANNEL_WORDS[channel as TestedChannel] : '这个通道')
const codeIn = ({ code }: Detail): string => (typeof code === 'string' ? code : '')

const clock = (value: unknown): string => {
  const at = new Date(typeof value === 'string' ? Date.parse(value) + 8 * 3_600_000 : Number.NaN)
  return Number.isNaN(at.getTime()) ? '一小时后' : `${String(at.getUTCHours()).padStart(2, '0')}:${String(at.getUTCMinutes()).padStart(2, '0')} 之后`
}

/** What the commonest codes of WeChat and Tencent mean for whoever fills in the settings. */
const REASONS: Readonly<Record<string, string>> = {
  40013: 'AppID 不对', 40125: 'AppSecret 不对', 40164: '本系统的出口 IP 不在白名单里', 40243: 'AppSecret 已冻结', 40037: '模板 ID 不对', 47003: '模板的字段和设置不一致',
  48001: '公众号没有这项权限（需已认证的服务号）', 43116: '模板已被封禁', 43117: '发得太频繁', 43004: '没有关注公众号', 43101: '没有可用的订阅次数', 40097: '模板 ID 不对，或模板的字段和设置不一致', 40256: '没有绑定用工关系', 43104: '没有同意接收用工消息', 45009: '今天的次数已用完',
  'AuthFailure.SecretIdNotFound': 'SecretId 不对', 'AuthFailure.SignatureFailure': 'SecretKey 不对', 'FailedOperation.SignatureIncorrectOrUnapproved': '短信签名没有通过审核',
  'FailedOperation.TemplateIncorrectOrUnapproved': '短信模板没有通过审核', 'http.timeout': '对方没有及时回答', 'http.unreachable': '连不上对方',
}

const WORDS: WordBook = {
  'channel.incomplete': (detail) => `${channelIn(detail)}没有填全，请补齐后再保存。`,
  'channel.refused': (detail) => `${channelIn(detail)}没有通过：${REASONS[codeIn(detail)] ?? '对方不接受'}（${codeIn(detail)}）。请对照操作清单检查。`,
  'channel.no-phone': '您的账号没有登记手机号，短信设置要先给您发一条测试，请补上手机号后再保存。',
  'channel.changed-meanwhile': '设置刚被别人改过，请看过最新内容后再改。',
  'channel.aes-key': 'EncodingAESKey 应为 43 位字母和数字，请从微信后台原样复制。',
  'channel.needs-mini-program': '用工消息和照片内容检查都要用小程序，请先开通「小程序订阅消息」。',
  'channel.not-offered': '现在不能开启用工消息，请刷新后再看。',
  'channel.not-set-up': '医院还没有开通这个通道，请联系设备科。',
  'channel.not-reachable': (detail) => `${channelIn(detail)}现在到不了您这里，请先按上面的说明办理。`,
  'channel.too-often': (detail) => `一小时内已测试 3 次，请在 ${clock(detail.until)}再试。`,
}

/** The sentence for a failure of a channel. */
export const channelFailure = ({ code, detail }: CallFailure): string => {
  const words = WORDS[code]
  if (words === undefined) return failureWords(code, detail)
  return typeof words === 'string' ? words : words(detail)
}
