import Taro from '@tarojs/taro'
import type { ChosenFile } from './chosen-file'

export type FileKind = 'photo' | 'pdf'

/** A photo above this is compressed once more before it travels. */
const LARGE = 1_500_000
const nameOf = (path: string): string => path.split('/').pop() ?? '照片.jpg'
const typeOf = (name: string): string => (/\.png$/i.test(name) ? 'image/png' : /\.webp$/i.test(name) ? 'image/webp' : 'image/jpeg')

const smaller = async (path: string, bytes: number): Promise<{ path: string; bytes: number }> => {
  if (bytes <= LARGE || !/\.jpe?g$/i.test(path)) return { path, bytes }
  const { tempFilePath } = await Taro.compressImage({ src: path, quality: 80 })
  const { size } = await new Promise<{ size: number }>((resolve, reject) => Taro.getFileSystemManager().getFileInfo({ filePath: tempFilePath, success: (info) => resolve({ size: info.size }), fail: reject }))
  return { path: tempFilePath, bytes: size }
}

const choosePhotos = async (count: number): Promise<ChosenFile[]> => {
  const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'], sourceType: ['camera', 'album'] })
  return Promise.all(tempFiles.map(async (file) => {
    const photo = await smaller(file.tempFilePath, file.size)
    return { ...photo, name: nameOf(photo.path), type: typeOf(photo.path) }
  }))
}

const choosePdfs = async (count: number): Promise<ChosenFile[]> => {
  const { tempFiles } = await Taro.chooseMessageFile({ count, type: 'file', extension: ['pdf'] })
  return tempFiles.map((file) => ({ name: file.name, bytes: file.size, type: 'application/pdf', path: file.path }))
}

const askKind = async (): Promise<FileKind> => {
  const { tapIndex } = await Taro.showActionSheet({ itemList: ['拍照或从相册选择', '从聊天中选择 PDF'] })
  return tapIndex === 0 ? 'photo' : 'pdf'
}

/** Lets the user take or choose up to `count` photos, or PDFs out of a chat; none when he thinks better of it. */
export const chooseFiles = async ({ count, kinds }: { count: number; kinds: readonly FileKind[] }): Promise<ChosenFile[]> => {
  try {
    const kind = kinds.length > 1 ? await askKind() : kinds[0]
    return await (kind === 'pdf' ? choosePdfs(count) : choosePhotos(count))
  } catch {
    return []
  }
}
