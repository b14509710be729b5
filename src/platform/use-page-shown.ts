import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Runs `again` when the page comes back into sight, not when it first appears. */
export const usePageShown = (again: () => unknown): void => {
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) again()
    seen.current = true
  })
}
