import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useRef } from 'react'

/** Runs `again` when the page comes back into sight, not when it first appears, and when it is pulled down. */
export const usePageShown = (again: () => unknown): void => {
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) again()
    seen.current = true
  })
  usePullDownRefresh(() => void Promise.resolve(again()).then(() => Taro.stopPullDownRefresh()))
}
