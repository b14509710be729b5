import { ask, attempt } from './control-api'
import { button, empty, h } from './element'

interface State { plan: { seed: number; rates: Record<string, Record<string, number>> } | null; happened: Array<{ place: string; target: string; nth: number; fault: string }> }

const RATES: ReadonlyArray<readonly [place: string, fault: string, label: string]> = [
  ['database', 'conflict', '数据库：事务冲突'], ['database', 'timeoutBefore', '数据库：生效前超时'], ['database', 'timeoutAfter', '数据库：生效后超时'], ['database', 'slow', '数据库：慢'],
  ['functions', 'timeoutBefore', '函数：执行前超时'], ['functions', 'timeoutAfter', '函数：执行后超时'], ['functions', 'duplicate', '函数：重复投递'], ['functions', 'slow', '函数：慢'],
  ['functions', 'clockJump', '函数：时钟跳动'], ['timers', 'double', '定时器：触发两次'],
]

const SHOWN = 12

const labelOf = (place: string, fault: string): string => RATES.find(([one, other]) => one === place && other === fault)?.[2] ?? (fault === 'kill' ? '实例被杀' : `${place} ${fault}`)

const number = (name: string, label: string, more: Record<string, string>): HTMLElement =>
  h('label', {}, h('span', {}, label), h('input', { name, type: 'number', autocomplete: 'off', ...more }))

const percent = (name: string, label: string): HTMLElement =>
  h('label', {}, h('span', {}, `${label}（%）`), h('input', { name, type: 'number', min: '0', max: '100', placeholder: '0', autocomplete: 'off' }))

/** A number that may be left to the emulator. */
const givenIn = (data: FormData, name: string): Record<string, number> => (data.get(name) ? { [name]: Number(data.get(name)) } : {})

/** The instance of one function killed in one of its calls, if a function is named. */
const killsIn = (data: FormData): unknown[] => {
  const name = String(data.get('kill') ?? '').trim()
  return name === '' ? [] : [{ function: name, call: Number(data.get('killCall') || 1), request: Number(data.get('killRequest') || 1) }]
}

const bodyOf = (form: HTMLFormElement): Record<string, unknown> => {
  const data = new FormData(form)
  const rates: Record<string, Record<string, number>> = {}
  for (const [place, fault] of RATES) {
    const share = Number(data.get(`${place} ${fault}`) ?? 0) / 100
    if (share > 0) rates[place] = { ...rates[place], [fault]: share }
  }
  return { seed: Number(data.get('seed')), rates, kills: killsIn(data), timerRetries: Number(data.get('timerRetries') ?? 0), ...givenIn(data, 'slowMs'), ...givenIn(data, 'clockJumpMs') }
}

const planForm = (refresh: () => Promise<void>): HTMLElement => {
  const form = h('form', { class: 'fields' },
    h('label', {}, h('span', {}, '种子'), h('input', { name: 'seed', type: 'number', step: '1', value: '1', required: true })),
    ...RATES.map(([place, fault, label]) => percent(`${place} ${fault}`, label)),
    h('label', {}, h('span', {}, '定时器失败后重试（次）'), h('input', { name: 'timerRetries', type: 'number', min: '0', max: '10', placeholder: '0' })),
    number('slowMs', '慢多少毫秒', { min: '0', max: '60000', placeholder: '300' }),
    number('clockJumpMs', '时钟跳动多少毫秒', { step: '1', placeholder: '3600000' }),
    h('label', {}, h('span', {}, '杀死哪个函数的实例'), h('input', { name: 'kill', placeholder: '函数名，留空则不杀', autocomplete: 'off' })),
    number('killCall', '在第几次调用', { min: '1', placeholder: '1' }),
    number('killRequest', '在其第几个数据库请求之后', { min: '1', placeholder: '1' }),
    h('button', { type: 'submit', class: 'main' }, '开始'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void attempt(async () => {
      await ask('POST faults', bodyOf(form))
      await refresh()
    }, '故障计划已开始')
  })
  return form
}

/** The plan of faults by a seed: begin one, see what came of it, end it. */
export const planCard = async (refresh: () => Promise<void>): Promise<HTMLElement> => {
  const { plan, happened } = await ask<State>('GET faults')
  const end = button('结束计划', () => attempt(async () => {
    await ask('DELETE faults')
    await refresh()
  }, '故障计划已结束'))
  const list = happened.slice(-SHOWN).reverse().map(({ place, target, nth, fault }) => h('li', {}, `${labelOf(place, fault)} · `, h('code', {}, target), ` 第 ${nth} 次`))
  return h('section', { class: 'card' }, h('h2', {}, '故障计划'), h('p', { class: 'quiet' }, '同一个种子，每次运行出同样的故障。'),
    plan ? h('div', {}, h('p', {}, `种子 ${plan.seed}，已发生 ${happened.length} 次`), list.length > 0 ? h('ul', {}, ...list) : empty('还没有发生', '用一下应用再看。'), end) : planForm(refresh))
}
