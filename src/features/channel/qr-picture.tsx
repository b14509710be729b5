import { Image } from '@tarojs/components'
import qrcode from 'qrcode-generator'

/** Pixels of one square of the code. */
const CELL = 5

const drawn = (text: string): string => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createDataURL(CELL, CELL * 2)
}

/** A QR code as a picture; on the phone a long press recognises it. */
export const QrPicture = ({ text, label }: { text: string; label: string }) => (
  <Image className='chn__qr' src={drawn(text)} mode='aspectFit' showMenuByLongpress ariaLabel={label} />
)
