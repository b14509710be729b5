import { ask, attempt } from './control-api'
import { button, h } from './element'

const QUESTION = '现有的全部文档会被这个文件替换，确定导入？'

const send = async (file: File): Promise<void> => {
  const reply = await fetch('import', { method: 'PUT', body: file })
  if (!reply.ok) throw new Error(((await reply.json()) as { message?: string }).message ?? String(reply.status))
  await ask('GET collections')
}

const choose = (): void => {
  const input = h('input', { type: 'file', accept: 'application/json,.json' })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file && window.confirm(QUESTION)) void attempt(() => send(file), '已导入')
  })
  input.click()
}

/** All documents as one file, and such a file in their place. */
export const exportCard = (): HTMLElement => h('section', { class: 'card' }, h('h2', {}, '导出与导入'), h('p', { class: 'quiet' }, '所有集合的文档在一个文件里；文件、微信用户和消息不在其中。'),
  h('div', { class: 'bar left' }, h('a', { href: 'export', download: 'cloudbase-data.json', class: 'button' }, '导出'), button('导入…', choose, 'danger')))
