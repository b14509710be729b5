import { startTransition, useEffect, useRef, useState, type ReactNode } from 'react'

/** Rows of one stretch: about a screen of the phone. */
const ROWS = 10
/** Drawn at once: what the first screen shows, and a little more. */
const AT_ONCE = 2
/** What a row is at least, in px; only until it has been drawn once. */
const ROW_HEIGHT = 64
/** How far out of sight rows are kept, so that a quick finger finds them drawn. */
const NEARBY = '1600px 0px'

/** What scrolls the page: the window, or a box of the framework around the page. */
const scrollerOf = (element: Element): Element | null => {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  }
  return null
}

/** Height in px of a stretch that is not drawn; null while it is. One that holds the focus stays, or the keyboard would lose its place. */
const useFarHeight = (first: number | null) => {
  const place = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(first)
  useEffect(() => {
    const element = place.current
    if (element === null || typeof IntersectionObserver === 'undefined') return
    const follow = (entry: IntersectionObserverEntry) => {
      if (entry.isIntersecting) return null
      return element.contains(document.activeElement) ? null : entry.boundingClientRect.height
    }
    const observer = new IntersectionObserver((entries) => {
      const entry = entries[entries.length - 1]
      if (entry) startTransition(() => setHeight(follow(entry)))
    }, { root: scrollerOf(element), rootMargin: NEARBY })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { place, height }
}

const Stretch = ({ rows, atOnce }: { rows: readonly ReactNode[]; atOnce: boolean }) => {
  const { place, height } = useFarHeight(atOnce || typeof IntersectionObserver === 'undefined' ? null : rows.length * ROW_HEIGHT)
  return <div ref={place} style={height === null ? undefined : { height }}>{height === null && rows}</div>
}

/** The rows of a ledger of any length, in a browser: those far out of sight are an empty space of the same height, so that thousands scroll like twenty. */
export const Stretches = ({ children }: { children: ReactNode }) => {
  if (!Array.isArray(children)) return <>{children}</>
  const rows = children as readonly ReactNode[]
  const stretches = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, at) => rows.slice(at * ROWS, (at + 1) * ROWS))
  return <>{stretches.map((stretch, at) => <Stretch key={at} rows={stretch} atOnce={at < AT_ONCE} />)}</>
}
