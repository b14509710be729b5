import Taro from '@tarojs/taro'
import type { ChosenFile } from './chosen-file'
import { isHeavyPhoto } from './photo-size'

const QUALITY = 80

const bytesOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject }))

/** A heavy photo as it travels from the phone (docs/adr/0008): compressed once more by WeChat. What WeChat cannot compress travels as it is. */
export async function lighterPhoto(file: ChosenFile): Promise<ChosenFile> {
  if (file.path === undefined || !isHeavyPhoto(file)) return file
  try {
    const { tempFilePath: path } = await Taro.compressImage({ src: file.path, quality: QUALITY })
    const bytes = await bytesOf(path)
    return bytes < file.bytes ? { ...file, path, bytes } : file
  } catch {
    return file
  }
}
