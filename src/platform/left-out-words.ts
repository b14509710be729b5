import { MAX_ATTACHMENTS } from '../../domain/attachment/attachment'

/** Which of the chosen files found no room, and what to do; '' when all did (S32). */
export const leftOutWords = (leftOut: ReadonlyArray<{ name: string }>): string => (leftOut.length === 0 ? ''
  : `最多 ${MAX_ATTACHMENTS} 份，没有添加这 ${leftOut.length} 份：${leftOut.map(({ name }) => name).join('、')}。先删除不要的，再添加。`)
