type Child = Node | string | number | null | undefined | false
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>

const setAttribute = (element: HTMLElement, name: string, value: Attributes[string]): void => {
  if (typeof value === 'function') element.addEventListener(name.slice(2), value)
  else if (typeof value === 'boolean') element.toggleAttribute(name, value)
  else if (value !== undefined) element.setAttribute(name, String(value))
}

/** One element: `onclick` and the like are listeners, texts are never read as HTML. */
export const h = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value)
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => (child instanceof Node ? child : String(child))))
  return element
}

export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no element ${id}`)
  return found
}

export const empty = (title: string, hint: string): HTMLElement => h('div', { class: 'empty' }, h('strong', {}, title), h('p', {}, hint))

/** A button that runs something once at a time and shows that it does. */
export const button = (label: string, run: () => unknown, look = ''): HTMLButtonElement => {
  const element = h('button', { type: 'button', class: look }, label)
  element.addEventListener('click', () => {
    element.disabled = true
    element.classList.add('busy')
    void Promise.resolve(run()).finally(() => {
      element.disabled = false
      element.classList.remove('busy')
    })
  })
  return element
}
