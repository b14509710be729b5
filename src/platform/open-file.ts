import { showPicture } from './show-picture'

/** A file to look at, at an address that is good right now. */
export interface OpenableFile {
  name: string
  type: string
  url: string
}

/** Shows a picture over the page, and anything else in a tab of its own, in a browser. */
export const openFile = ({ name, type, url }: OpenableFile): Promise<void> => {
  if (type.startsWith('image/')) showPicture(url, name)
  else window.open(url, '_blank', 'noopener')
  return Promise.resolve()
}
