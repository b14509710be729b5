import { ask, attempt } from './control-api'
import { button, empty, h } from './element'
import { exportCard } from './export-card'
import { planCard } from './plan-panel'

interface Fault { end: string; times: number; code?: string | number; latencyMs?: number; cut?: string }

const ENDS: ReadonlyArray<readonly [string, string]> = [
  ['sms', '短信 SendSms'], ['template-message', '公众号模板消息'], ['subscribe-message', '小程序订阅消息'], ['stable-token', 'access_token'],
  ['user-info', '公众号用户信息'], ['qrcode', '带参数二维码'], ['qrcode-picture', '二维码图片'], ['mini-code', '小程序码'], ['phone-number', '手机号'], ['employee-message', '用工消息'],
  ['media-check', '图片安全检测'], ['printed-text', '文字识别'],
]

const nameOf = (end: string): string => ENDS.find(([key]) => key === end)?.[1] ?? end

const said = ({ end, times, code, latencyMs, cut }: Fault): string => {
  const what = [code !== undefined && `回答 ${code}`, latencyMs && `晚 ${latencyMs} 毫秒`, cut && (cut === 'after' ? '生效后断线' : '生效前断线')].filter(Boolean)
  return `${nameOf(end)}：接下来 ${times} 次${what.join('，')}`
}

const input = (name: string, label: string, more: Record<string, string> = {}): HTMLElement => h('label', {}, h('span', {}, label), h('input', { name, autocomplete: 'off', ...more }))

const select = (name: string, label: string, options: ReadonlyArray<readonly [string, string]>): HTMLElement =>
  h('label', {}, h('span', {}, label), h('select', { name }, ...options.map(([value, text]) => h('option', { value }, text))))

const numeric = (text: FormDataEntryValue | null): number | undefined => (text ? Number(text) : undefined)

const bodyOf = (form: HTMLFormElement): Record<string, unknown> => {
  const data = new FormData(form)
  const code = String(data.get('code') ?? '').trim()
  return {
    end: data.get('end'), times: numeric(data.get('times')), latencyMs: numeric(data.get('latencyMs')), cut: data.get('cut') || undefined,
    code: code === '' ? undefined : /^-?\d+$/.test(code) ? Number(code) : code,
  }
}

const faultForm = (refresh: () => Promise<void>): HTMLElement => {
  const form = h('form', { class: 'fields' },
    select('end', '接口', ENDS), input('code', '错误码', { placeholder: '43004 / LimitExceeded.…' }), input('times', '次数', { type: 'number', min: '1', value: '1' }),
    input('latencyMs', '延迟（毫秒）', { type: 'number', min: '0' }), select('cut', '断线', [['', '不断'], ['before', '生效前断'], ['after', '生效后断']]),
    h('button', { type: 'submit', class: 'main' }, '安排'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt(async () => {
      await ask('POST providers/faults', bodyOf(form))
      await refresh()
    }, '已安排')
  })
  return form
}

const reset = (demo: boolean, question: string) => (): Promise<void> | undefined =>
  (window.confirm(question) ? attempt(() => ask('POST reset', { demo }), '已重置') : undefined)

/** Faults of the providers on demand, WeChat's check of the push address, and beginning anew. */
export const toolsPanel = async (refresh: () => Promise<void>): Promise<HTMLElement> => {
  const faults = await ask<Fault[]>('GET providers/faults')
  const clear = button('全部取消', () => attempt(async () => {
    await ask('DELETE providers/faults')
    await refresh()
  }))
  const verify = button('校验推送地址', () => attempt(async () => {
    const { ok, answer } = await ask<{ ok: boolean; answer: string }>('POST wechat/verify', {})
    if (!ok) throw new Error(`没有通过，回答是：${answer.slice(0, 100)}`)
  }, '校验通过'))
  return h('div', { class: 'grid wide' },
    h('section', { class: 'card' }, h('h2', {}, '让对方出错'), h('p', { class: 'quiet' }, '短信和微信的接口会按这里的安排回答，次数用完恢复正常。'), faultForm(refresh),
      faults.length === 0 ? empty('没有安排', '所有接口正常。') : h('ul', {}, ...faults.map((fault) => h('li', {}, said(fault)))), faults.length > 0 && clear),
    await planCard(refresh),
    exportCard(),
    h('section', { class: 'card' }, h('h2', {}, '微信服务器'), h('p', { class: 'quiet' }, '像在公众平台保存服务器地址时那样，带签名访问一次推送地址。'), verify),
    h('section', { class: 'card' }, h('h2', {}, '重新开始'), h('p', { class: 'quiet' }, '清掉全部数据、文件、消息和日志，时钟不动。'),
      h('div', { class: 'bar left' },
        button('重置为演示数据', reset(true, '现有数据全部清除，换成演示数据？')), button('重置，不带演示数据', reset(false, '现有数据全部清除？'), 'danger'))))
}
