import Taro from '@tarojs/taro'
import type { OpenableFile } from './open-file'
import { toast } from './toast'

const openDocument = async (url: string): Promise<void> => {
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
}

/** Shows a picture or a PDF with WeChat's own viewers, on the phone. */
export const openFile = async ({ type, url }: OpenableFile): Promise<void> => {
  try {
    await (type.startsWith('image/') ? Taro.previewImage({ urls: [url], current: url }) : openDocument(url))
  } catch {
    toast('打不开，请检查网络后再试')
  }
}
