import { useReachBottom as useTaroReachBottom } from '@tarojs/taro'

/** Runs `more` when the page has been scrolled to its end. */
export const useReachBottom = (more: () => void): void => useTaroReachBottom(more)
