import { failureWords, type WordBook } from '../../platform/failure-words'
import type { CallFailure } from '../../platform/call-failure'
import { MAX_ATTACHMENT_BYTES } from '../../../domain/attachment/attachment'
import type { RefusedPhoto } from '../../../contract/import'

const megabytes = (bytes: unknown): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`

/** Why a file could not be taken or read, and what to do about it. Nothing has been imported in any of these cases. */
const FILE_FAILURES: WordBook = {
  'import.too-large': ({ maxBytes }) => `文件超过 ${megabytes(maxBytes)}。表格请删去图片或分成几个文件，照片请分成几个压缩包。`,
  'import.empty-file': '这个文件是空的，请另选一个。',
  'import.not-arrived': '文件没有传上去，请重新选择。',
  'import.file-gone': '文件已过期（只保留一天），请重新选择。',
  'import.changed-meanwhile': '检查以后资料有变动，结果已更新，请再看一眼后导入。',
  'import.nothing-ready': '没有可以导入的行，请按提示修改后再选文件。',
  'import.nothing-faulty': '没有有问题的行。',
  'import.not-a-zip': '这不是 zip 压缩包。请压缩为 zip 后再选。',
  'sheet.too-large': '表格超过 10 MB 或内容异常大，没有打开。请删去图片和空白行列，另存后再选。',
  'sheet.broken': '表格已损坏，打不开。请用 Excel 或 WPS 打开后另存为 .xlsx 再选。',
  'sheet.not-a-sheet': '这不是表格文件。请选 .xlsx 或 .csv。',
  'sheet.old-or-locked': '表格有密码或是旧版 .xls。请打开后去掉密码，另存为 .xlsx 再选。',
  'sheet.empty': '表格里没有内容。请把内容填在表头下面再选。',
  'sheet.too-many-rows': ({ rows, max }) => `共 ${String(rows)} 行，一次最多 ${String(max)} 行，请分成几个文件。`,
  'sheet.too-many-columns': ({ columns, max }) => `共 ${String(columns)} 列，最多 ${String(max)} 列，请删去用不到的列。`,
  'archive.broken': '压缩包已损坏，打不开。请重新压缩后再选。',
  'archive.locked': '压缩包有密码。请去掉密码后再选。',
  'archive.too-large': '压缩包里的文件太多或太大，没有解开。请分成几个压缩包。',
  'job.too-many-rows': ({ max }) => `一次最多导入 ${String(max)} 行，请分成几个文件。`,
}

/** The sentence for what failed on the way to an import; '' when nothing did. */
export const importFailure = (failure: Pick<CallFailure, 'code' | 'detail'> | null): string => (failure === null ? '' : failureWords(failure.code, failure.detail, FILE_FAILURES))

const NO_PHOTO = '不是照片或 PDF'
/** Why a file of a zip is not taken, after 「n 个文件」. */
const REFUSED_PHOTOS: Readonly<Record<string, string>> = {
  'attachment.empty': '是空的',
  'attachment.too-large': `超过 ${megabytes(MAX_ATTACHMENT_BYTES)}`,
  'attachment.type-not-allowed': NO_PHOTO,
  'attachment.not-what-it-says': '内容和文件名不符',
  'attachment.too-many-pixels': '超过 5500 万像素（请压缩后再放入）',
}

/** The files of packs that are not taken, by why, in the order in which a cause came first. */
export function refusedPhotos(refused: readonly RefusedPhoto[]): Array<{ words: string; names: string[] }> {
  const byWords = new Map<string, string[]>()
  for (const { name, code } of refused) {
    const words = REFUSED_PHOTOS[code] ?? NO_PHOTO
    byWords.set(words, [...(byWords.get(words) ?? []), name])
  }
  return [...byWords].map(([words, names]) => ({ words, names }))
}

/** The one answer of the screen (B23). */
export function previewHeading({ total, ready, faulty, missing }: { total: number; ready: number; faulty: number; missing: readonly string[] }): string {
  if (missing.length > 0) return '还有列没有对上'
  if (faulty === 0) return `可导入 ${ready} 行`
  return ready === 0 ? `${total} 行都有问题` : `可导入 ${ready} 行，${faulty} 行有问题`
}

export const NOTHING_YET = '还没有导入任何内容。'
