import Taro from '@tarojs/taro'
import type { ChosenFile } from './chosen-file'

export type FileKind = 'photo' | 'pdf'

const nameOf = (path: string): string => path.split('/').pop() ?? '照片.jpg'
const typeOf = (name: string): string => (/\.png$/i.test(name) ? 'image/png' : /\.webp$/i.test(name) ? 'image/webp' : 'image/jpeg')

const choosePhotos = async (count: number): Promise<ChosenFile[]> => {
  const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'], sourceType: ['camera', 'album'] })
  return tempFiles.map(({ tempFilePath: path, size }) => ({ path, bytes: size, name: nameOf(path), type: typeOf(path) }))
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
