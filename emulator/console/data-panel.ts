import { ask, attempt } from './control-api'
import { editDocument } from './document-editor'
import { button, empty, h } from './element'

interface CollectionFacts { name: string; total: number | null }
interface Page { docs: Array<{ _id: string }>; explain: { index: string | null; examined: number }; total: number | null }

const PAGE = 20
const view = { name: '', query: '', skip: 0 }
let opened: ReadonlySet<string> = new Set()

const remember = (id: string) => (event: Event): void => {
  const isOpen = (event.currentTarget as HTMLDetailsElement).open
  opened = new Set(isOpen ? [...opened, id] : [...opened].filter((one) => one !== id))
}

const summaryOf = (doc: Record<string, unknown>): string => {
  const parts = Object.entries(doc).filter(([key, value]) => key !== '_id' && ['string', 'number', 'boolean'].includes(typeof value)).slice(0, 4)
  return parts.map(([key, value]) => `${key}: ${String(value)}`).join(' · ')
}

const edit = (id: string | null, refresh: () => Promise<void>) => (): Promise<void> => attempt(() => editDocument({ collection: view.name, id, done: refresh }))

const documentRow = (doc: { _id: string }, refresh: () => Promise<void>): HTMLElement => h('details', { class: 'doc', open: opened.has(doc._id), ontoggle: remember(doc._id) },
  h('summary', {}, h('code', {}, doc._id), h('span', { class: 'quiet' }, summaryOf({ ...doc }))),
  h('pre', {}, JSON.stringify(doc, null, 2)),
  h('div', { class: 'bar left' }, button('编辑', edit(doc._id, refresh))))

const served = ({ explain }: Page): string => (explain.index === null ? `没有用索引，看了 ${explain.examined} 条` : `索引 ${explain.index}，看了 ${explain.examined} 条`)

const pager = (page: Page, go: (skip: number) => void): HTMLElement => h('div', { class: 'bar' },
  h('p', { class: 'quiet' }, `${page.total === null ? '' : `共 ${page.total} 条 · `}${served(page)}`),
  view.skip > 0 && button('上一页', () => go(Math.max(0, view.skip - PAGE))),
  page.docs.length === PAGE && button('下一页', () => go(view.skip + PAGE)))

const queryForm = (refresh: () => Promise<void>): HTMLElement => {
  const input = h('input', { value: view.query, placeholder: '{"字段": "值"}', 'aria-label': '查询条件（JSON）', spellcheck: 'false', autocomplete: 'off' })
  const form = h('form', { class: 'query' }, input, h('button', { type: 'submit', class: 'main' }, '查询'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    Object.assign(view, { query: input.value, skip: 0 })
    void attempt(refresh)
  })
  return form
}

const documents = async (refresh: () => Promise<void>): Promise<HTMLElement> => {
  const address = `collections/${encodeURIComponent(view.name)}?limit=${PAGE}&skip=${view.skip}&query=${encodeURIComponent(view.query)}`
  try {
    const page = await ask<Page>(`GET ${address}`)
    const go = (skip: number): void => {
      view.skip = skip
      void attempt(refresh)
    }
    return h('div', {}, pager(page, go), page.docs.length === 0 ? empty('没有文档', view.query ? '换一个条件试试。' : '这个集合是空的。') : h('div', { class: 'docs' }, ...page.docs.map((doc) => documentRow(doc, refresh))))
  } catch (error) {
    return h('p', { class: 'refused' }, error instanceof Error ? error.message : String(error))
  }
}

/** Collections and their documents. */
export const dataPanel = async (refresh: () => Promise<void>): Promise<HTMLElement> => {
  const collections = await ask<CollectionFacts[]>('GET collections')
  view.name ||= collections[0]?.name ?? ''
  if (!view.name) return empty('没有集合', '应用的数据模型里还没有集合。')
  const choose = (name: string) => (): void => {
    Object.assign(view, { name, query: '', skip: 0 })
    void attempt(refresh)
  }
  const list = collections.map(({ name, total }) => h('button', { type: 'button', class: name === view.name ? 'item on' : 'item', onclick: choose(name) }, h('span', {}, name), h('em', {}, total ?? '')))
  return h('div', { class: 'split' }, h('div', { class: 'list' }, ...list), h('section', {}, h('div', { class: 'bar' }, h('h2', {}, view.name), button('新文档', edit(null, refresh))), queryForm(refresh), await documents(refresh)))
}
