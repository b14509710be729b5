import Taro from '@tarojs/taro'

/** WeChat's own font size in px (设置 → 通用 → 字体大小); 0 where it cannot be asked. Source: wx.getAppBaseInfo, fontSizeSetting. */
export const systemTypeSize = (): number => {
  try {
    return (Taro.getAppBaseInfo() as { fontSizeSetting?: number }).fontSizeSetting ?? 0
  } catch {
    return 0
  }
}
