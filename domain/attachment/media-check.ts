import type { AttachmentType } from './attachment'

/**
 * What WeChat says of a picture that it was asked to look at (mediaCheckAsync). `asked`: not yet. `passed`, `review` (a person had better look) and
 * `risky` are its verdicts; `failed`: it could not be asked, or could not look; `skipped`: nobody whom WeChat knows uploaded it just now.
 * `early`: a verdict that came before we had written down what we asked.
 */
export type MediaCheckState = 'asked' | 'passed' | 'review' | 'risky' | 'failed' | 'skipped' | 'early'

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_mediacheckasync.html: 10 MB at most. */
const MAX_CHECKED_BYTES = 10 * 1024 * 1024
/** Kinds of pictures that it reads. */
const CHECKED: ReadonlySet<string> = new Set<AttachmentType>(['image/jpeg', 'image/png', 'image/webp'])

export const isCheckable = ({ type, bytes }: { type: string; bytes: number }): boolean => CHECKED.has(type) && bytes <= MAX_CHECKED_BYTES

/** WeChat hands a result in within 30 minutes; later than this many none comes any more. */
export const UNANSWERED_MINUTES = 60

/** The uploader has not used the mini-program within two hours, or it does not know him: nothing is wrong with the settings. */
const NOT_HIS_HOUR: ReadonlySet<string> = new Set(['61010', '40003'])

/** What a refused or failed call of the check is: `code` is WeChat's, or that of the line. */
export const unaskedState = (code: string): 'failed' | 'skipped' => (NOT_HIS_HOUR.has(code) ? 'skipped' : 'failed')

/** What a result says. An errcode other than 0 (`-1008`: the picture could not be fetched) and words that nobody knows are no verdict. */
export function verdictOf({ errcode, suggest }: { errcode: string; suggest: string }): Extract<MediaCheckState, 'passed' | 'review' | 'risky' | 'failed'> {
  if (errcode !== '' && errcode !== '0') return 'failed'
  if (suggest === 'risky' || suggest === 'review') return suggest
  return suggest === 'pass' ? 'passed' : 'failed'
}

/** Told to who uploaded a picture that is hidden now, with what to do. */
export const hiddenNotice = (name: string): { title: string; text: string } => ({
  title: '有一张照片没有通过内容检查',
  text: `您上传的「${name}」没有通过微信的内容检查，已经隐藏，别人看不到。请重新拍摄证件再上传；如果判断有误，请联系设备科。`,
})
