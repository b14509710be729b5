import Taro from '@tarojs/taro'
import { openedFromPicture } from './opened-from.weapp'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getEnterOptionsSync: jest.fn() } }))

test.each([[1047, false], [1011, false], [1001, false], [1012, true], [1013, true], [1048, true], [1049, true]])('B22: scene %i was a code in a picture: %s', (scene, picture) => {
  ;(Taro.getEnterOptionsSync as jest.Mock).mockReturnValue({ scene })
  expect(openedFromPicture()).toBe(picture)
})
