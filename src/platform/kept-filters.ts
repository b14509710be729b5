import { useCallback, useState } from 'react'

export interface Kept<F> {
  filters: F
  change: (part: Partial<F>) => void
}

/**
 * The filters of a list that outlive its page, so that coming back finds the list as it was left. Any change but turning the page
 * leads back to the first page. Call it once per list, outside the components; it gives the hook.
 */
export const keptFilters = <F extends { page: number }>(none: F): (() => Kept<F>) => {
  let kept = none
  return () => {
    const [filters, setFilters] = useState(kept)
    const change = useCallback((part: Partial<F>) => {
      kept = { ...kept, page: 1, ...part }
      setFilters(kept)
    }, [])
    return { filters, change }
  }
}
