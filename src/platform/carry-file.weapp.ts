import Taro from '@tarojs/taro'
import type { ChosenFile } from './chosen-file'

interface Issued {
  path: string
}

export const uploadWay = (): 'put' | 'cloud' => 'cloud'

/** Carries a file to the path that `attachment.begin` issued, from the mini-program. */
export const carry = ({ path }: Issued, file: ChosenFile, onProgress: (share: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const task = Taro.cloud.uploadFile({ cloudPath: path, filePath: file.path ?? '', success: () => resolve(), fail: (failed) => reject(new Error(failed.errMsg)) })
    ;(task as unknown as { onProgressUpdate?: (listener: (to: { progress: number }) => void) => void }).onProgressUpdate?.(({ progress }) => onProgress(progress / 100))
  })
