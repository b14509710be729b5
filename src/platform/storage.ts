import Taro from '@tarojs/taro'

/** Small things kept on this device, as drafts. A device that cannot keep them goes on without. */
export const storage = {
  read: (key: string): unknown => {
    try {
      const value: unknown = Taro.getStorageSync(key)
      return value === '' ? null : value
    } catch {
      return null
    }
  },
  write: (key: string, value: unknown): void => {
    try {
      Taro.setStorageSync(key, value)
    } catch {
      // A full or forbidden storage must not stop the work at hand.
    }
  },
  remove: (key: string): void => {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // As above.
    }
  },
}
