import { useEffect, useRef } from 'react'

const FOCUSABLE = 'button:not(:disabled), input:not(:disabled):not([tabindex="-1"]), select:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]'

/** Milliseconds until what comes in can take the focus: it is hidden while its first frame is drawn. */
const COMES_IN = 60

const topmost = (): Element | undefined => [...document.querySelectorAll('[role="dialog"]')].pop()

/** A hand that is quicker than the first frame keeps its place. */
const enter = (): void => {
  const over = topmost()
  if (!over?.contains(document.activeElement)) over?.querySelector<HTMLElement>(FOCUSABLE)?.focus()
}

/** Tab goes round inside the topmost dialog and not behind it. */
const keepInside = (event: KeyboardEvent): void => {
  const inside = [...(topmost()?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
  const last = inside[inside.length - 1]
  const edge = event.shiftKey ? inside[0] : last
  if (document.activeElement !== edge && inside.includes(document.activeElement as HTMLElement)) return
  event.preventDefault()
  const next = event.shiftKey ? last : inside[0]
  next?.focus()
}

/** What lies on top, in a browser: it takes the focus, keeps Tab inside, Esc closes it, and the focus goes back to where it was. */
export const useEscape = (open: boolean, onClose: () => void): void => {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!open) return
    const before = document.activeElement
    const entering = setTimeout(enter, COMES_IN)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab') keepInside(event)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(entering)
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open])
}
