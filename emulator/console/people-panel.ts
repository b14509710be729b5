import { ask, attempt } from './control-api'
import { button, empty, h } from './element'

export interface WechatUser { openid: string; unionid?: string; name: string; phone?: string; officialOpenid?: string; follows: boolean }

const fact = (label: string, value: string | undefined): HTMLElement | null => (value ? h('div', { class: 'fact' }, h('dt', {}, label), h('dd', {}, value)) : null)

const follow = (user: WechatUser, refresh: () => Promise<void>): HTMLButtonElement => button(
  user.follows ? '取消关注' : '关注公众号',
  () => attempt(async () => {
    await ask(`POST wechat/${user.follows ? 'unfollow' : 'follow'}`, { openid: user.openid })
    await refresh()
  }, user.follows ? `${user.name} 取消了关注，事件已推送` : `${user.name} 关注了公众号，事件已推送`))

const card = (user: WechatUser, refresh: () => Promise<void>): HTMLElement => h('article', { class: 'card person' },
  h('header', {},
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, [...user.name][0] ?? '?'),
    h('div', {}, h('h3', {}, user.name), h('p', { class: user.follows ? 'mark good' : 'mark' }, user.follows ? '已关注公众号' : '未关注公众号'))),
  h('dl', {}, fact('openid', user.openid), fact('unionid', user.unionid), fact('公众号 openid', user.officialOpenid), fact('手机', user.phone)),
  h('footer', {},
    h('a', { class: 'button main', href: `/?as=${encodeURIComponent(user.openid)}`, target: '_blank', rel: 'noopener' }, '以此用户打开'),
    user.officialOpenid && follow(user, refresh)))

const field = (name: string, label: string, isWanted = false): HTMLElement => h('label', {}, h('span', {}, label), h('input', { name, required: isWanted, autocomplete: 'off' }))

const addForm = (refresh: () => Promise<void>): HTMLElement => {
  const form = h('form', { class: 'fields' },
    field('name', '称呼', true), field('openid', 'openid', true), field('unionid', 'unionid'), field('officialOpenid', '公众号 openid'), field('phone', '手机'),
    h('button', { type: 'submit', class: 'main' }, '添加'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt(async () => {
      await ask('POST wechat/users', Object.fromEntries(new FormData(form)))
      await refresh()
    }, '已添加')
  })
  return h('details', { class: 'card' }, h('summary', {}, '添加微信用户'), form)
}

const acceptForm = (users: readonly WechatUser[]): HTMLElement => {
  const form = h('form', { class: 'fields' },
    h('label', {}, h('span', {}, '谁'), h('select', { name: 'openid' }, ...users.map((user) => h('option', { value: user.openid }, user.name)))),
    field('templateId', '模板 id', true),
    h('button', { type: 'submit', class: 'main' }, '允许一次'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt(() => ask('POST wechat/accept', Object.fromEntries(new FormData(form))), '已允许一次订阅消息')
  })
  return h('details', { class: 'card' }, h('summary', {}, '订阅消息：允许一次'), form)
}

/** The pretend people of WeChat. */
export const peoplePanel = async (refresh: () => Promise<void>): Promise<HTMLElement> => {
  const users = await ask<WechatUser[]>('GET wechat/users')
  const cards = users.map((user) => card(user, refresh))
  return h('div', {},
    users.length === 0 ? empty('还没有微信用户', '在下面添加一位，就能以他的身份打开小程序页面。') : h('div', { class: 'grid' }, ...cards),
    h('div', { class: 'grid tools' }, addForm(refresh), users.length > 0 && acceptForm(users)))
}
