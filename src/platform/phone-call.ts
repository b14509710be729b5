import Taro from '@tarojs/taro'

/** Opens the phone's dialler with a number. */
export const phoneCall = (number: string): void => {
  void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}
