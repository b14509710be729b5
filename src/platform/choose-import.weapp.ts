import Taro from '@tarojs/taro'
import type { ChosenFile } from './chosen-file'

export type ImportKind = 'sheet' | 'photos'

const EXTENSIONS: Readonly<Record<ImportKind, string[]>> = { sheet: ['xlsx', 'csv', 'xls'], photos: ['zip'] }

/** Lets the user choose one file to import out of a chat, which is where WeChat keeps files; null when he thinks better of it. */
export const chooseImport = async (kind: ImportKind): Promise<ChosenFile | null> => {
  try {
    const { tempFiles: [file] } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: EXTENSIONS[kind] })
    return file ? { name: file.name, bytes: file.size, type: '', path: file.path } : null
  } catch {
    return null
  }
}
