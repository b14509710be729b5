import Taro from '@tarojs/taro'
import type { OpenableFile } from './open-file'

/** Shows a scan on the phone without WeChat's menu, so that it cannot be sent on unmarked (B17); marked copies are made on the web edition. */
export async function openMarked({ type, url }: OpenableFile): Promise<void> {
  if (type.startsWith('image/')) {
    await Taro.previewImage({ urls: [url], current: url, showmenu: false })
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: false })
}
