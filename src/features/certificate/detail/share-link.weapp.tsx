import { Button } from '@tarojs/components'
import { useShare } from '../../../platform/use-share'
import '../../../ui/wechat-button.scss'
import { CERTIFICATE_PAGE, type ShareProps } from './share-props'

/** 转给同事: a card in a chat. It carries no right: whoever opens it sees what he may see by himself (B25), and it names nobody. */
export const ShareLink = ({ id, noun, expiresOn }: ShareProps) => {
  useShare(expiresOn === null ? `请看一张${noun}` : `请看一张${noun}，有效期至 ${expiresOn}`, `${CERTIFICATE_PAGE}?id=${encodeURIComponent(id)}`)
  return <Button className='btn btn--text wxbtn' openType='share'>转给同事</Button>
}
