import { startTransition, useEffect, useRef, useState, type ReactNode } from 'react'

/** Rows of one stretch: as many as one frame draws without being held up. */
const ROWS = 5
/** Drawn at once: what the first screen shows, and a little more. */
const AT_ONCE = 4
/** What a row is at least, in px; only until it has been drawn once. */
const ROW_HEIGHT = 64
/** How far out of sight rows are kept, so that a quick finger finds them drawn. */
const NEARBY = '1200px 0px'

const waiting = new Set<() => void>()

const drawNext = (): void => {
  const [draw] = waiting
  if (draw === undefined) return
  waiting.delete(draw)
  startTransition(draw)
  if (waiting.size > 0) requestAnimationFrame(drawNext)
}

/** One stretch a frame: when the next rows come, several are near at once, and all of them together would hold a frame up. */
const inTurn = (draw: () => void): void => {
  if (waiting.size === 0) requestAnimationFrame(drawNext)
  waiting.add(draw)
}

const isInSight = ({ top, bottom }: DOMRectReadOnly): boolean => bottom > 0 && top < window.innerHeight

/** What scrolls the page: the window, or a box of the framework around the page. */
const scrollerOf = (element: Element): Element | null => {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  }
  return null
}

type Follow = (entry: IntersectionObserverEntry) => void
const followers = new WeakMap<Element, Follow>()
const observers = new WeakMap<Element, IntersectionObserver>()

const tellFollowers = (entries: readonly IntersectionObserverEntry[]): void => {
  for (const entry of entries) followers.get(entry.target)?.(entry)
}

/** Tells whenever the element comes near or goes far, and answers how to stop it. One observer for all in the same scroller: a thousand observers took the browser 3 ms of every frame. */
const follow = (element: Element, told: Follow): () => void => {
  const root = scrollerOf(element)
  const key = root ?? document.documentElement
  const observer = observers.get(key) ?? new IntersectionObserver(tellFollowers, { root, rootMargin: NEARBY })
  observers.set(key, observer)
  followers.set(element, told)
  observer.observe(element)
  return () => observer.unobserve(element)
}

/** Height in px of a stretch that is not drawn; null while it is. One that holds the focus stays, or the keyboard would lose its place. */
const useFarHeight = (first: number | null) => {
  const place = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(first)
  useEffect(() => {
    const element = place.current
    if (element === null || typeof IntersectionObserver === 'undefined') return
    const draw = () => setHeight(null)
    const leave = ({ height: left }: DOMRectReadOnly) => {
      waiting.delete(draw)
      if (!element.contains(document.activeElement)) startTransition(() => setHeight(left))
    }
    const stop = follow(element, ({ isIntersecting, boundingClientRect: at }) => {
      if (!isIntersecting) leave(at)
      else if (isInSight(at)) startTransition(draw)
      else inTurn(draw)
    })
    return () => {
      waiting.delete(draw)
      stop()
    }
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
