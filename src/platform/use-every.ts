import { useEffect, useRef } from 'react'
import { inSight, watchSight } from './sight'

/** However long nothing answers, it is asked again after so many spans. */
const LONGEST = 16

/** Milliseconds until it is asked again: each failure doubles the span, so that whoever comes back is not met by a storm. */
export const pauseAfter = (every: number, failures: number): number => every * Math.min(2 ** failures, LONGEST)

/**
 * Asks again `every` so many milliseconds (0: never), one question at a time; `again` answers whether it went well. Out of sight it rests, and asks
 * at once when it is seen again.
 */
export const useEvery = (every: number, again: () => Promise<boolean>): void => {
  const latest = useRef(again)
  latest.current = again
  useEffect(() => {
    if (every === 0) return undefined
    let [timer, failures, over, owed] = [0, 0, false, false]
    const wait = () => { timer = setTimeout(look, pauseAfter(every, failures)) as unknown as number }
    const look = () => {
      owed = !inSight()
      if (owed) return
      void latest.current().then((well) => {
        failures = well ? 0 : failures + 1
        if (!over) wait()
      })
    }
    wait()
    const leave = watchSight(() => { if (owed) look() })
    return () => {
      over = true
      clearTimeout(timer)
      leave()
    }
  }, [every])
}
