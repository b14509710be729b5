import { useEffect, useState } from 'react'

const WIDE = '(min-width: 768px)'
const isWide = (): boolean => window.matchMedia(WIDE).matches

/** At least 768 px wide: the desktop edition. */
export const useIsWide = (): boolean => {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const query = window.matchMedia(WIDE)
    const follow = () => setWide(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return wide
}
