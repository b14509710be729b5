/** How many times as large as usual the browser's text is: a page's `medium` is what its user has set. */
export function systemTextScale(): number {
  const probe = document.createElement('div')
  probe.style.fontSize = 'medium'
  document.body.appendChild(probe)
  const px = parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return px / 16
}

/** What stands outside of every screen (questions, the bar below) takes its type from the page. */
export const putTextClass = (name: string): void => {
  for (const other of ['txt-l', 'txt-h']) document.body.classList.toggle(other, other === name)
}
