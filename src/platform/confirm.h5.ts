interface Question {
  title: string
  text: string
  /** The consequence as a verb. */
  yes: string
  no?: string
}

const part = (tag: 'h2' | 'p' | 'div', className: string, words = ''): HTMLElement => Object.assign(document.createElement(tag), { className, textContent: words })

function answerButton(value: string, words: string, kind: string): HTMLButtonElement {
  return Object.assign(document.createElement('button'), { value, textContent: words, className: `ask__b ${kind}`, type: 'submit' })
}

/** The browser's own dialog: it holds the focus, is read out, and gives the focus back. Esc, and Enter at once, change nothing: the focus begins on the way back. */
export const confirm = ({ title, text, yes, no = '取消' }: Question): Promise<boolean> => new Promise((resolve) => {
  const dialog = Object.assign(document.createElement('dialog'), { className: 'ask' })
  dialog.setAttribute('aria-label', title)
  const form = Object.assign(document.createElement('form'), { method: 'dialog' })
  const foot = part('div', 'ask__f')
  foot.append(answerButton('no', no, ''), answerButton('yes', yes, 'ask__b--yes'))
  form.append(part('h2', 'ask__t', title), part('p', 'ask__p', text), foot)
  dialog.append(form)
  dialog.addEventListener('close', () => {
    dialog.remove()
    resolve(dialog.returnValue === 'yes')
  })
  document.body.append(dialog)
  dialog.showModal()
})
