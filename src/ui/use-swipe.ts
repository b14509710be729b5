import { useRef, useState } from 'react'

interface Touched { changedTouches: ArrayLike<{ clientX: number; clientY: number }> }

/** As far as a finger goes sideways, in px, before its row follows. */
const FAR = 40

const placeOf = ({ changedTouches: { 0: finger } }: Touched) => ({ x: finger?.clientX ?? 0, y: finger?.clientY ?? 0 })

/** A row that a finger draws to the left, and back again. What it then shows must stand on the row as well: nobody has to know of this. */
export function useSwipe() {
  const [open, setOpen] = useState(false)
  const began = useRef({ x: 0, y: 0 })
  return {
    open,
    close: () => setOpen(false),
    touch: {
      onTouchStart: (event: Touched) => { began.current = placeOf(event) },
      onTouchEnd: (event: Touched) => {
        const { x, y } = placeOf(event)
        const left = began.current.x - x
        if (Math.abs(left) > Math.max(FAR, Math.abs(began.current.y - y))) setOpen(left > 0)
      },
    },
  }
}
