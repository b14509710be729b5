import Taro from '@tarojs/taro'

export const mayScan = true
/** What a code says that is held before the camera (wx.scanCode); '' when the user thinks better of it. A mini-program code says its path. */
export const scanCode = async (): Promise<string> => {
  try {
    const { result, path } = await Taro.scanCode({})
    return path || result || ''
  } catch {
    return ''
  }
}
