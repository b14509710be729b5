import { useEffect } from 'react'

/** Esc closes what lies on top, in a browser. */
export const useEscape = (open: boolean, onClose: () => void): void => {
  useEffect(() => {
    if (!open) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open, onClose])
}
