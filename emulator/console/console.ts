import { buildClock, refreshClock } from './clock-panel'
import { toast } from './control-api'
import { dataPanel } from './data-panel'
import { byId, h } from './element'
import { functionsPanel } from './functions-panel'
import { peoplePanel } from './people-panel'
import { phonesPanel } from './phones-panel'
import { toolsPanel } from './tools-panel'

type Panel = (refresh: () => Promise<void>) => Promise<HTMLElement>

const PANELS: ReadonlyArray<readonly [id: string, title: string, panel: Panel]> = [
  ['phones', '手机', phonesPanel],
  ['people', '微信用户', peoplePanel],
  ['functions', '云函数', functionsPanel],
  ['data', '数据', dataPanel],
  ['tools', '工具', toolsPanel],
]

const REFRESH_MS = 2000

const current = (): (typeof PANELS)[number] => PANELS.find(([id]) => id === window.location.hash.slice(1)) ?? (PANELS[0] as (typeof PANELS)[number])

let shown = ''

/** A form that somebody is filling in is not taken away from under his fingers. */
const isTyping = (): boolean => document.activeElement instanceof HTMLElement && document.activeElement.matches('main input, main select, main textarea')

const draw = async (): Promise<void> => {
  const [id, , panel] = current()
  const content = await panel(draw)
  if (id !== current()[0]) return
  const text = content.outerHTML
  if (text === shown) return
  shown = text
  byId('panel').replaceChildren(content)
}

const drawTabs = (): void => {
  const tabs = PANELS.map(([id, title]) => h('a', { href: `#${id}`, role: 'tab', 'aria-selected': String(id === current()[0]) }, title))
  byId('tabs').replaceChildren(...tabs)
}

const refresh = async (): Promise<void> => {
  try {
    await refreshClock()
    if (!isTyping()) await draw()
    document.body.classList.remove('lost')
  } catch {
    if (!document.body.classList.contains('lost')) toast('模拟台没有回答，可能已经停止', true)
    document.body.classList.add('lost')
  }
}

const tick = async (): Promise<void> => {
  if (!document.hidden) await refresh()
  window.setTimeout(() => void tick(), REFRESH_MS)
}

window.addEventListener('hashchange', () => {
  drawTabs()
  void draw()
})
buildClock()
drawTabs()
void tick()
