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
    const { left, right } = element.getBoundingClientRect()
    return (right > wide + 1 || left < -1) && !scrolls(element.parentElement)
  }
  const texts = [...document.querySelectorAll('body *')].filter((element) => owned(element) !== '' && isShown(element))
  const page = document.scrollingElement?.scrollWidth ?? 0
  return [
    ...(page > wide ? [`the page is ${page} px wide in a window of ${wide}`] : []),
    ...texts.filter(isOutside).map((element) => `outside: ${named(element)}`),
    ...texts.filter(isCut).map((element) => `cut: ${named(element)}`),
  ]
}
