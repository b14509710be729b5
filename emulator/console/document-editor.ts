import { ask, attempt, toast } from './control-api'
import { button, h } from './element'

interface Edited { collection: string; /** null: a new document. */ id: string | null; done: () => Promise<void> }

const NEW = '{\n  "_id": ""\n}'

/** Why a text cannot be a document; undefined if it can. The emulator looks again. */
const refuseText = (text: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return '文档必须是一个 JSON 对象。'
    const { _id: id } = value as { _id?: unknown }
    return typeof id === 'string' && id !== '' ? undefined : '文档要有非空的文本 _id。'
  } catch (error) {
    return `不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`
  }
}

const route = (collection: string): string => `documents/${encodeURIComponent(collection)}`

const readText = async ({ collection, id }: Edited): Promise<string | null> =>
  (id === null ? null : (await ask<{ text: string }>(`GET ${route(collection)}?id=${encodeURIComponent(id)}`)).text)

/** A dialog over the page, so that the page may go on refreshing itself; what was typed stays until it is saved or given up. */
export const editDocument = async (edited: Edited): Promise<void> => {
  const before = await readText(edited)
  const area = h('textarea', { spellcheck: 'false', 'aria-label': '文档（JSON）', rows: 18 })
  area.value = before ?? NEW
  const problem = h('p', { class: 'refused', role: 'alert', hidden: true })
  const tell = (text: string | undefined): void => {
    problem.hidden = text === undefined
    problem.textContent = text ?? ''
  }
  const write = async (after: string | null, done: string): Promise<void> => {
    try {
      await ask(`POST ${route(edited.collection)}`, { before, after })
      dialog.close()
      toast(done)
      await attempt(edited.done)
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    }
  }
  const save = async (): Promise<void> => {
    const wrong = refuseText(area.value)
    tell(wrong)
    if (wrong === undefined) await write(area.value, '已保存')
  }
  const remove = async (): Promise<void> => {
    if (window.confirm(`删除文档 ${edited.id}？`)) await write(null, '已删除')
  }
  const dialog: HTMLDialogElement = h('dialog', { class: 'editor' },
    h('h2', {}, edited.id === null ? `新文档 · ${edited.collection}` : `${edited.collection} / ${edited.id}`),
    h('p', { class: 'quiet' }, '日期写成 {"$date": "2026-01-02T03:04:05Z"}。别人在此期间改过的文档不会被覆盖。'),
    area, problem,
    h('div', { class: 'bar' }, before !== null && button('删除', remove, 'danger'), button('取消', () => dialog.close()), button('保存', save, 'main')))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
