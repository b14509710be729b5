import { beijing } from './beijing-time'
import { ask, attempt } from './control-api'
import { button, empty, h } from './element'

interface FunctionFacts { name: string; timeoutMs: number; memoryMb: number; instances: number; triggers: Array<{ name: string; cron: string }>; openapi: string[] }
interface CallRecord { requestId: string; name: string; source: string; openid?: string; at: string; durationMs: number; cold: boolean; code: string; error?: string; lines: Array<{ level: string; text: string }> }

let chosen = ''
let opened: ReadonlySet<string> = new Set()

const functionCard = (facts: FunctionFacts): HTMLElement => h('article', { class: 'card' },
  h('h3', {}, facts.name),
  h('p', { class: 'quiet' }, `最长 ${facts.timeoutMs / 1000} 秒 · ${facts.memoryMb} MB · 实例 ${facts.instances}`),
  ...facts.triggers.map((trigger) => h('p', { class: 'quiet' }, '定时 ', h('code', {}, trigger.cron))),
  facts.openapi.length > 0 && h('p', { class: 'quiet' }, '云调用 ', h('code', {}, facts.openapi.join(', '))))

const details = (call: CallRecord): HTMLElement => h('div', { class: 'log' },
  call.error && h('pre', { class: 'bad' }, call.error),
  ...call.lines.map((line) => h('pre', { class: line.level }, line.text)),
  !call.error && call.lines.length === 0 && h('p', { class: 'quiet' }, '没有输出'),
  h('p', { class: 'quiet' }, `请求 ${call.requestId}${call.openid ? ` · openid ${call.openid}` : ''}`))

const remember = (id: string) => (event: Event): void => {
  const isOpen = (event.currentTarget as HTMLDetailsElement).open
  opened = new Set(isOpen ? [...opened, id] : [...opened].filter((one) => one !== id))
}

const callRow = (call: CallRecord): HTMLElement => h('details', { class: 'call', open: opened.has(call.requestId), ontoggle: remember(call.requestId) },
  h('summary', {},
    h('span', { class: call.code === 'OK' ? 'mark good' : 'mark bad' }, call.code === 'OK' ? '成功' : call.code),
    h('strong', {}, call.name),
    h('span', { class: 'quiet' }, call.source),
    h('span', { class: 'quiet' }, `${call.durationMs.toFixed(0)} ms${call.cold ? ' 冷启动' : ''}`),
    h('time', { datetime: call.at }, beijing(call.at))),
  details(call))

const filterOf = (functions: readonly FunctionFacts[], refresh: () => Promise<void>): HTMLElement => {
  const select = h('select', { 'aria-label': '只看一个函数' }, h('option', { value: '' }, '全部函数'), ...functions.map(({ name }) => h('option', { value: name, selected: name === chosen }, name)))
  select.addEventListener('change', () => {
    chosen = select.value
    void attempt(refresh)
  })
  return select
}

/** Functions, and the calls of late with what they printed. */
export const functionsPanel = async (refresh: () => Promise<void>): Promise<HTMLElement> => {
  const [functions, calls] = await Promise.all([ask<FunctionFacts[]>('GET functions'), ask<CallRecord[]>(`GET logs?limit=100&name=${encodeURIComponent(chosen)}`)])
  const clear = button('清空日志', () => attempt(async () => {
    await ask('DELETE logs')
    await refresh()
  }))
  return h('div', {},
    h('div', { class: 'grid' }, ...functions.map(functionCard)),
    h('div', { class: 'bar' }, h('h2', {}, '调用日志'), filterOf(functions, refresh), clear),
    calls.length === 0 ? empty('还没有调用', '打开应用，或把时钟往前拨。') : h('div', { class: 'calls' }, ...calls.map(callRow)))
}
