import Taro from '@tarojs/taro'

/** Puts a text on the clipboard; answers whether it got there. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
