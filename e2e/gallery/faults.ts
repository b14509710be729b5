/** Runs in the browser: what of the page lies outside of the window or is cut off, in words. */
export function faultsOfLayout(): string[] {
  const wide = window.innerWidth
  const isShown = (element: Element): boolean => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getBoundingClientRect().width > 0
  const scrolls = (element: Element | null): boolean => {
    for (let each = element; each; each = each.parentElement) if (/(auto|scroll)/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth) return true
    return false
  }
  const owned = (element: Element): string => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '').join('').trim()
  const named = (element: Element): string => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} «${owned(element).slice(0, 20)}»`
  const isCut = (element: Element): boolean => {
    const { overflowX, textOverflow } = getComputedStyle(element)
    return overflowX !== 'visible' && !/(auto|scroll)/.test(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
  }
  const isOutside = (element: Element): boolean => {
    const text = document.createRange()
    text.selectNodeContents(element)
    const { left, right } = (getComputedStyle(element).overflowX === 'visible' ? text : element).getBoundingClientRect()
    return (right > wide + 1 || left < -1) && !scrolls(element.parentElement)
  }
  const pen = document.createElement('canvas').getContext('2d')
  const isHintCut = (field: HTMLInputElement): boolean => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(field)
    if (pen) pen.font = font
    return field.value === '' && isShown(field) && (pen?.measureText(field.placeholder).width ?? 0) > field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) + 1
  }
  const texts = [...document.querySelectorAll('body *')].filter((element) => owned(element) !== '' && isShown(element))
  const page = document.scrollingElement?.scrollWidth ?? 0
  return [
    ...(page > wide ? [`the page is ${page} px wide in a window of ${wide}`] : []),
    ...texts.filter(isOutside).map((element) => `outside: ${named(element)}`),
    ...[...document.querySelectorAll('input')].filter(isHintCut).map(({ placeholder }) => `cut hint: ${placeholder}`),
    ...texts.filter(isCut).map((element) => `cut: ${named(element)}`),
  ]
}
