import { useReachBottom as useTaroReachBottom } from '@tarojs/taro'

/** Runs `more` when the page has been scrolled near its end; how near is `onReachBottomDistance` of the page's config (px). */
export const useReachBottom = (more: () => void): void => useTaroReachBottom(more)
