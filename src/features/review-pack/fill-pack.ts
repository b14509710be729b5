import { packScans, SCANS_AT_ONCE, type makePack, type PackedScan } from '../../../contract/review'
import type { OutputOf } from '../../../contract/operation'
import { call } from '../../platform/call'
import { saveFile } from '../../platform/save-file'
import { stampPicture } from '../../platform/stamp-picture'

type Made = OutputOf<typeof makePack>
/** A file of the archive, and why it bears no watermark; '' when it does or needs none. */
interface Packed { path: string; bytes: Uint8Array; unmarked: string }

async function blobOf(url: string): Promise<Blob> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.blob()
}
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer())

/** What bears no watermark is left out: nothing leaves the hospital unmarked. No link is given to a picture that did not pass WeChat's content check. */
async function packed({ path, type }: PackedScan, url: string, stamp: string): Promise<Packed> {
  if (url === '') return { path, bytes: new Uint8Array(), unmarked: '没有通过微信的内容检查，已隐藏' }
  if (type === 'application/pdf') return { path, bytes: new Uint8Array(), unmarked: 'PDF 不能加水印' }
  const original = await blobOf(url)
  const marked = await stampPicture(new Blob([original], { type }), stamp)
  return marked === null ? { path, bytes: new Uint8Array(), unmarked: '浏览器打不开这种照片' } : { path: path.replace(/\.[a-z]+$/, '.jpg'), bytes: await bytesOf(marked), unmarked: '' }
}

/** Windows' notepad wants the mark and its own line ends. */
const noteOf = ({ stamp, certificates }: Made, done: number, left: readonly Packed[]): string => ['\ufeff迎检包', '', `证照 ${certificates} 张，扫描件 ${done} 份，每份都加了水印：${stamp}`, '原件没有改动。', '',
  ...(left.length === 0 ? [] : [`以下 ${left.length} 份没有放进来，请在系统里打开原件出示：`, ...left.map(({ path, unmarked }) => `${path.replace('扫描件/', '')}（${unmarked}）`)])].join('\r\n')

export interface Filled { marked: number; left: number }

/** The book and its watermarked scans as one zip, saved by the browser (B17); the originals stay as they are. `onDone`: scans dealt with. Throws when a file cannot be fetched: nothing is saved then. */
export async function fillPack(made: Made, onDone: (count: number) => void): Promise<Filled> {
  const [{ Zip, ZipPassThrough }, book] = await Promise.all([import('fflate'), blobOf(made.book.url)])
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const put = (path: string, bytes: Uint8Array): void => {
    const file = new ZipPassThrough(path)
    zip.add(file)
    file.push(bytes, true)
  }
  put(made.book.name, await bytesOf(book))
  const left: Packed[] = []
  let done = 0
  const pack = async (scan: PackedScan, url: string): Promise<void> => {
    const file = await packed(scan, url, made.stamp)
    if (file.unmarked === '') put(file.path, file.bytes)
    else left.push(file)
    onDone(done += 1)
  }
  for (let from = 0; from < made.scans.length; from += SCANS_AT_ONCE) {
    const part = made.scans.slice(from, from + SCANS_AT_ONCE)
    const { urls } = await call(packScans, { scans: part.map(({ certificateId, attachmentId }) => ({ certificateId, attachmentId })) })
    for (const [at, scan] of part.entries()) await pack(scan, urls[at] ?? '')
  }
  const marked = made.scans.length - left.length
  put('说明.txt', new TextEncoder().encode(noteOf(made, marked, left)))
  zip.end()
  const url = URL.createObjectURL(new Blob(chunks as BlobPart[], { type: 'application/zip' }))
  await saveFile({ name: `${made.name}.zip`, url })
  return { marked, left: left.length }
}
