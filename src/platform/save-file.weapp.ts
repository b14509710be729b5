import Taro from '@tarojs/taro'
import { toast } from './toast'

/** Where the file went, in a sentence. */
export const FILE_WAY = '打开后点右上角「···」，可以转发给微信好友或保存到手机。'

const extensionOf = (name: string): 'xlsx' | 'pdf' => (name.endsWith('.pdf') ? 'pdf' : 'xlsx')

/** Hands a file at a link over to the user, on the phone: WeChat shows it under its name, and its menu sends it to a chat or keeps it. */
export const saveFile = async ({ name, url }: { name: string; url: string }): Promise<void> => {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  try {
    await Taro.downloadFile({ url, filePath })
    await Taro.openDocument({ filePath, fileType: extensionOf(name), showMenu: true })
  } catch {
    toast('打不开，请检查网络后再试')
  }
}
