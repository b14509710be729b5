import { useEffect } from 'react'

const seen = (selector: string): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.offsetParent !== null)
const isTyping = (element: Element | null): boolean => element !== null && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)
const isCovered = (): boolean => seen('[role="dialog"]') !== undefined

const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey

const wanted = ({ key, target }: KeyboardEvent): HTMLElement | undefined => {
  const at = target instanceof Element ? target : null
  if (key === '/' && !isTyping(at)) return seen('.find .in')
  return key === 'ArrowDown' && at?.closest('.find') ? seen('.tbl tbody tr[tabindex]') : undefined
}

const onKey = (event: KeyboardEvent): void => {
  const element = isPlain(event) && !isCovered() ? wanted(event) : undefined
  if (element === undefined) return
  event.preventDefault()
  element.focus()
  if (element instanceof HTMLInputElement) element.select()
}

/** The desk by keyboard: `/` goes to the search, so that the next word takes the place of the last, and ↓ from there to the first row of the table. */
export const useDeskKeys = (): void => {
  useEffect(() => {
    // Each page its own listener: one and the same function would be taken away for all when the first page goes.
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
