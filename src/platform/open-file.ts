import Taro from '@tarojs/taro'

/** A file to look at, at an address that is good right now. */
export interface OpenableFile {
  name: string
  type: string
  url: string
}

/** Shows a picture over the page, and anything else in a tab of its own, in a browser. */
export const openFile = async ({ type, url }: OpenableFile): Promise<void> => {
  if (type.startsWith('image/')) await Taro.previewImage({ urls: [url], current: url })
  else window.open(url, '_blank', 'noopener')
}
