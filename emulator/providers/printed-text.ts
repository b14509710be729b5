import { fine, refusal, type WechatAnswer } from './answer'
import { argumentOf, type Arguments, type Desk } from './desk'

const LINE = { left: 20, width: 600, height: 30, step: 40 }

const itemOf = (text: string, at: number) => {
  const [top, right] = [LINE.left + at * LINE.step, LINE.left + LINE.width]
  const bottom = top + LINE.height
  return { text, pos: { left_top: { x: LINE.left, y: top }, right_top: { x: right, y: top }, right_bottom: { x: right, y: bottom }, left_bottom: { x: LINE.left, y: bottom } } }
}

/** `POST /cv/ocr/comm` and `openapi.ocr.printedText`: the lines that were set for this picture, each in a place of its own; none for a picture that nobody described. */
export const printedText = (desk: Desk, args: Arguments): WechatAnswer => {
  const [url, bytes] = [argumentOf(args, 'img_url'), args.img]
  if (url === '' && !Buffer.isBuffer(bytes)) return refusal(101000)
  const lines = desk.printedTexts.of({ url, bytes: Buffer.isBuffer(bytes) ? bytes : undefined })
  return fine({ items: lines.map(itemOf), img_size: { w: LINE.width + 2 * LINE.left, h: 2 * LINE.left + lines.length * LINE.step } })
}
