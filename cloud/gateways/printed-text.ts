import type { PrintedTexts } from '../ports'
import type { WechatApi } from './wechat-api'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const linesIn = (items: unknown): string[] | null =>
  (Array.isArray(items) ? items.flatMap((item: unknown) => (isRecord(item) && typeof item.text === 'string' ? [item.text] : [])) : null)

/** WeChat's OCR of printed text, by the picture's address (platform facts §5): 100 pictures a day are free. */
export const printedText = (call: WechatApi): PrintedTexts => ({
  async on(url) {
    const reply = await call({ method: 'POST', path: '/cv/ocr/comm', query: { img_url: url } })
    if (reply.kind !== 'answered') return { lines: null, code: reply.code }
    const lines = linesIn(reply.answer.data.items)
    return lines === null ? { lines: null, code: 'wechat.unreadable' } : { lines }
  },
})
