/** The font size in px that the browser is set to. */
export const systemTypeSize = (): number => {
  const probe = document.createElement('span')
  probe.style.cssText = 'position: absolute; font-size: medium'
  document.body.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return Number.isNaN(size) ? 0 : size
}
