import { beijing } from './beijing-time'
import { ask, attempt } from './control-api'
import { button, empty, h } from './element'
import type { WechatUser } from './people-panel'

interface Message {
  id: string; channel: 'sms' | 'official-account' | 'subscribe-message' | 'employee-message'; to: string; at: string; text?: string
  fields?: Record<string, string>; templateId?: string; page?: string; url?: string
}

type Templates = Record<string, { title: string; fields: Record<string, string> }>

interface Phone { owner: string; note: string; messages: Message[] }

const isOf = (user: WechatUser, { channel, to }: Message): boolean => ({
  sms: user.phone === to,
  'official-account': user.officialOpenid === to,
  'subscribe-message': user.openid === to,
  'employee-message': user.openid === to,
})[channel]

/** One phone per person; a number or openid that nobody has gets a phone of its own. The phone with the newest message comes first. */
const phonesOf = (messages: readonly Message[], users: readonly WechatUser[]): Phone[] => {
  const phones = new Map<string, Phone>()
  for (const message of [...messages].reverse()) {
    const user = users.find((one) => isOf(one, message))
    const owner = user?.name ?? message.to
    const phone = phones.get(owner) ?? { owner, note: user?.phone ?? (user ? '' : '没有这样的微信用户'), messages: [] }
    phone.messages.push(message)
    phones.set(owner, phone)
  }
  return [...phones.values()]
}

const when = ({ at }: Message): HTMLElement => h('time', { datetime: at }, beijing(at))

const smsBubble = (message: Message): HTMLElement => h('div', { class: 'sms' }, when(message), h('p', {}, message.text ?? ''))

const wechatCard = (message: Message, templates: Templates): HTMLElement => {
  const template = templates[message.templateId ?? '']
  const isOfficial = message.channel === 'official-account'
  const rows = Object.entries(message.fields ?? {}).map(([key, value]) => h('div', {}, h('dt', {}, template?.fields[key] ?? key), h('dd', {}, value)))
  const leads = message.page ?? message.url
  return h('div', { class: 'wechat' }, when(message),
    h('div', { class: 'wechat-card' },
      h('header', {}, h('span', { class: 'dot', 'aria-hidden': 'true' }), isOfficial ? '公众号 · 模板消息' : '服务通知 · 订阅消息'),
      template && h('h4', {}, template.title),
      h('dl', {}, ...rows),
      leads && h('footer', { title: leads }, isOfficial ? '查看详情' : '进入小程序查看', h('span', { 'aria-hidden': 'true' }, '›'))))
}

const MOST = 30

const phone = ({ owner, note, messages }: Phone, templates: Templates): HTMLElement => h('article', { class: 'phone', 'aria-label': `${owner} 的手机` },
  h('header', {}, h('strong', {}, owner), h('span', {}, note), h('em', {}, `${messages.length} 条`)),
  h('div', { class: 'screen' },
    ...messages.slice(0, MOST).map((message) => (message.channel === 'sms' ? smsBubble(message) : wechatCard(message, templates))),
    messages.length > MOST && h('p', { class: 'more' }, `更早的 ${messages.length - MOST} 条没有显示`)))

/** What left for people, as their phones show it. */
export const phonesPanel = async (refresh: () => Promise<void>): Promise<HTMLElement> => {
  const [messages, users, templates] = await Promise.all([ask<Message[]>('GET outbox'), ask<WechatUser[]>('GET wechat/users'), ask<Templates>('GET wechat/templates')])
  if (messages.length === 0) return empty('还没有消息', '函数发出的短信、公众号消息和小程序订阅消息会出现在这里。把时钟往前拨，定时任务就会运行。')
  const clear = button('清空消息', () => attempt(async () => {
    await ask('DELETE outbox')
    await refresh()
  }, '已清空'))
  return h('div', {}, h('div', { class: 'bar' }, h('p', {}, `共 ${messages.length} 条，新的在前`), clear), h('div', { class: 'phones' }, ...phonesOf(messages, users).map((one) => phone(one, templates))))
}
