import Taro from '@tarojs/taro'

/** A word that goes away by itself: for what went well. What went wrong stays on the screen. */
export const toast = (text: string): void => {
  void Taro.showToast({ title: text, icon: 'none', duration: 2000 })
}
