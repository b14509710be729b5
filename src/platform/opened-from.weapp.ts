import Taro from '@tarojs/taro'

/**
 * Scene values of WeChat (developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html): a QR code in a picture that was pressed (1012) or
 * chosen from the album (1013), and a mini-program code the same (1048, 1049). The camera says 1011 and 1047.
 */
const PICTURES = [1012, 1013, 1048, 1049]

/** Was the mini-program opened by a code in a picture, which somebody may have sent, and not by one before the camera? */
export const openedFromPicture = (): boolean => PICTURES.includes(Taro.getEnterOptionsSync().scene)
