import { beijing, fromBeijing, toBeijing } from './beijing-time'
import { ask, attempt } from './control-api'
import { button, byId, h } from './element'

interface ClockState { now: string; frozen: boolean }

const HOUR = 3_600_000
const DAY = 24 * HOUR

const face = h('time', { class: 'clock-face' })
const state = h('span', { class: 'clock-state' })
const target = h('input', { type: 'datetime-local', step: '1', 'aria-label': '前进到（北京时间）' })
const every = h('select', { 'aria-label': '定时器怎样触发' },
  h('option', { value: '' }, '每次到点都触发'),
  h('option', { value: 'PT1H' }, '每小时最多一次'),
  h('option', { value: 'P1D' }, '每天最多一次'))

let shown: ClockState | undefined
const release = button('恢复走时', () => attempt(async () => show(await ask<ClockState>('POST clock', { run: true }))))
const hold = button('停住', () => attempt(async () => show(await ask<ClockState>('POST clock', { now: (await ask<ClockState>('GET clock')).now }))))

const show = (clock: ClockState): void => {
  shown = clock
  face.textContent = beijing(clock.now)
  face.dateTime = clock.now
  state.textContent = clock.frozen ? '静止' : '走时'
  state.classList.toggle('still', clock.frozen)
  release.hidden = !clock.frozen
  hold.hidden = clock.frozen
  if (document.activeElement !== target && target.value === '') target.value = toBeijing(new Date(new Date(clock.now).getTime() + DAY))
}

const advanceTo = async (to: Date, span: string): Promise<void> => {
  document.body.classList.add('moving')
  await attempt(async () => {
    show(await ask<ClockState>('POST clock', { advanceTo: to.toISOString(), ...(span && { every: span }) }))
    target.value = ''
  }, `已到 ${beijing(to)}`)
  document.body.classList.remove('moving')
}

const advanceBy = (ms: number, span: string) => (): Promise<void> => advanceTo(new Date(new Date(shown?.now ?? '').getTime() + ms), span)

const advanceToTarget = async (): Promise<void> => {
  const to = fromBeijing(target.value)
  if (!Number.isNaN(to.getTime())) await advanceTo(to, every.value)
}

/** The clock in the head of the page: what time it is in the emulator, and how to move it. */
export const buildClock = (): void => {
  byId('clock').append(
    h('div', { class: 'clock-now' }, face, state, h('small', {}, '北京时间')),
    h('div', { class: 'clock-moves' },
      button('前进 1 小时', advanceBy(HOUR, '')),
      button('前进 1 天', advanceBy(DAY, 'PT1H')),
      release, hold),
    h('div', { class: 'clock-to' }, target, every, button('前进到…', advanceToTarget, 'main')),
  )
}

export const refreshClock = async (): Promise<void> => show(await ask<ClockState>('GET clock'))
