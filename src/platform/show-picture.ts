/** Shows a picture over the page, in a browser; a click, Esc or the button closes it. */
export const showPicture = (url: string, name: string): void => {
  const stage = document.createElement('div')
  stage.className = 'picture'
  stage.setAttribute('role', 'dialog')
  stage.setAttribute('aria-label', name)
  const image = document.createElement('img')
  image.src = url
  image.alt = name
  const button = document.createElement('button')
  button.className = 'picture__x'
  button.textContent = '关闭'
  stage.append(image, button)
  const back = document.activeElement
  const close = () => {
    stage.remove()
    document.removeEventListener('keydown', onKey)
    if (back instanceof HTMLElement) back.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  document.addEventListener('keydown', onKey)
  stage.addEventListener('click', close)
  document.body.append(stage)
  button.focus()
}
