/** A field that is wrong, or a part of a form that is. */
const WRONG = '.fld--wrong, .form-error, .dform__w'

/** What the browser can type into or choose from inside it. */
const INPUT = 'input:not([tabindex="-1"]), select, textarea'

/** Pixels at either end of the window that bars may cover. */
const COVERED = 96

const isShown = (element: Element): boolean => element.getClientRects().length > 0

/** The topmost dialog, or the page. */
const form = (): ParentNode => [...document.querySelectorAll('[role="dialog"]')].filter(isShown).pop() ?? document

const isInSight = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  const room = element.closest('.sheet__b, .dlg__b')?.getBoundingClientRect() ?? { top: COVERED, bottom: window.innerHeight - COVERED }
  return top >= room.top && bottom <= room.bottom
}

const reveal = (): void => {
  const first = [...form().querySelectorAll(WRONG)].find(isShown)
  if (first === undefined) return
  if (!isInSight(first)) first.scrollIntoView?.({ block: 'center' })
  first.querySelector<HTMLElement>(INPUT)?.focus({ preventScroll: true })
}

let awaited = false

/** Brings the first thing that is wrong into sight, as soon as it is drawn, and the hand to it; nothing happens when nothing is wrong. */
export const revealRefusal = (): void => {
  if (awaited) return
  awaited = true
  requestAnimationFrame(() => requestAnimationFrame(() => {
    awaited = false
    reveal()
  }))
}

/** The same for a refusal that comes while the hand still lies on the next step; whoever types is left where he is. */
export const revealLateRefusal = (): void => {
  if (document.activeElement?.closest('.btn--fill')) revealRefusal()
}
