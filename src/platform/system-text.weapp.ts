import Taro from '@tarojs/taro'

/** How many times as large as usual WeChat's text is (我 → 设置 → 通用 → 字体大小). */
export function systemTextScale(): number {
  try {
    return ((Taro.getAppBaseInfo() as { fontSizeSetting?: number }).fontSizeSetting ?? 16) / 16
  } catch {
    return 1
  }
}

/** Every screen wears the class itself. */
export const putTextClass = (): void => undefined
