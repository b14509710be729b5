import Taro from '@tarojs/taro'

/** Height of the status bar, and how much WeChat's capsule takes from the right edge, both in px. */
export const screenEdges = (): { statusBar: number; capsule: number } => {
  try {
    const { statusBarHeight, windowWidth } = Taro.getWindowInfo()
    const { left } = Taro.getMenuButtonBoundingClientRect()
    return { statusBar: statusBarHeight ?? 20, capsule: windowWidth - left + 8 }
  } catch {
    return { statusBar: 20, capsule: 106 }
  }
}
