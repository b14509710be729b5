import type { HeldPaper, PackRow } from '../../../contract/review'
import type { CallFailure } from '../../platform/call-failure'
import { failureWords, type WordBook } from '../../platform/failure-words'

const FAILURES: WordBook = {
  'export.nothing': '这个范围在这一天没有证照，换个日期或范围试试。',
  'review.too-many': ({ rows, max }) => `共 ${String(rows)} 张证照，一次最多 ${String(max)} 张，请按科室或证件类型分次下载。`,
  'review.too-large': ({ megabytes, max }) => `扫描件共 ${String(megabytes)} MB，一次最多 ${String(max)} MB，请按科室或证件类型分次下载。`,
}
export const packTrouble = (failure: CallFailure | null): string => (failure === null ? '' : failureWords(failure.code, failure.detail, FAILURES))

export const PROMISE = '一个压缩包：Excel（持证率、证照清单、90天内到期、断档与缺口）和全部扫描件，每份照片都加水印，原件不改动。'
export const PROMISE_PHONE = '手机上导出 Excel；带水印的扫描件压缩包请在电脑网页上下载。'
export const progressWords = (done: number, all: number): string => (all === 0 ? '正在整理' : `正在加水印 ${done} / ${all}`)
export const doneWords = ({ marked, left }: { marked: number; left: number }): string =>
  `已下载。${marked} 份扫描件已加水印${left === 0 ? '' : `，${left} 份不能加水印、没有放进去，名单在压缩包的说明里`}。`
export const NOT_FETCHED = '有扫描件没有取到，没有保存任何文件。请检查网络后重试。'

/** S14: 有效期 of a certificate as it stood then. */
export const datesOf = ({ issuedOn, expiresOn, longTerm }: HeldPaper): string => `${issuedOn ?? ''} 至 ${longTerm || expiresOn === null ? '长期有效' : expiresOn}`.trim()
export const holderOf = ({ holder }: HeldPaper): string => (holder === '' ? '未填姓名' : holder)
/** 「2 / 应有 3 人」; a device out of use demands nobody. */
export const countOf = ({ holders, wanted }: PackRow): string => (wanted > 1 ? `${holders} / ${wanted}` : String(holders))
export const isShort = ({ holders, wanted }: PackRow): boolean => holders < wanted
