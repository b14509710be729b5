import type { makePack } from '../../../contract/review'
import type { OutputOf } from '../../../contract/operation'
import { saveFile } from '../../platform/save-file'

/** On the phone the book alone: WeChat opens no archive, and the page says so before. */
export const fillPack = async (made: OutputOf<typeof makePack>): Promise<{ marked: number; left: number }> => {
  await saveFile(made.book)
  return { marked: 0, left: made.scans.length }
}
