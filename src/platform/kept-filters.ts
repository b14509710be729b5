import { useCallback, useEffect, useState } from 'react'
import { useSelf } from './use-self'

export interface Kept<F> {
  filters: F
  change: (part: Partial<F>) => void
}

/**
 * The filters of a list that outlive its page, so that coming back finds the list as it was left; somebody else who logs in finds them empty.
 * Any change but turning the page leads back to the first page. Call it once per list, outside the components; it gives the hook.
 */
export const keptFilters = <F extends { page: number }>(none: F): (() => Kept<F>) => {
  let kept = none
  let keeper: string | null = null
  return () => {
    const owner = useSelf().account?.id ?? null
    const [filters, setFilters] = useState(kept)
    const change = useCallback((part: Partial<F>) => {
      kept = { ...kept, page: 1, ...part }
      setFilters(kept)
    }, [])
    useEffect(() => {
      if (owner === null || owner === keeper) return
      if (keeper !== null) setFilters(kept = none)
      keeper = owner
    }, [owner])
    return { filters, change }
  }
}
