import { useEffect, useState } from 'react'
import { watchWebCode, type CodeWays, type Shown, type Taken } from './watch-web-log-in'

const BEGINNING: Shown = { standing: 'beginning', code: null }

/** A code that a phone is to answer, and what becomes of it; `renew` asks for a new one. `ways` counts from the first time. */
export function useWebCode(ways: CodeWays, onTaken: (taken: Taken) => void) {
  const [shown, setShown] = useState<Shown>(BEGINNING)
  const [turn, setTurn] = useState(0)
  // A new function of the parent is no new code.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => watchWebCode({ ways, show: setShown, enter: onTaken }), [turn])
  return {
    shown,
    renew: () => {
      setShown(BEGINNING)
      setTurn((now) => now + 1)
    },
  }
}
