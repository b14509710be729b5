import { copy } from '../../../platform/copy'
import { toast } from '../../../platform/toast'
import { webAddress } from '../../../platform/web-address'
import { Button } from '../../../ui/button'
import { CERTIFICATE_PAGE, type ShareProps } from './share-props'

const DONE = '链接已复制，有权限的同事登录后能打开'
const FAILED = '没有复制成功，请从浏览器的地址栏复制'

/** The certificate's address for a colleague. It carries no right: whoever opens it sees what he may see by himself (B25). */
export const ShareLink = ({ id }: ShareProps) => {
  const take = async () => toast((await copy(webAddress(CERTIFICATE_PAGE, { id }) ?? '')) ? DONE : FAILED)
  return <Button kind='text' onClick={() => void take()}>复制链接</Button>
}
