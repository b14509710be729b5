import { Button } from '@tarojs/components'
import type { AgreeProps } from './agree-button'
import './wechat-button.scss'

/** WeChat counts an agreement only when its own button was pressed. */
export const AgreeButton = ({ id, children, onAgree }: AgreeProps) => (
  <Button id={id} className='btn btn--fill btn--wide wxbtn' openType='agreePrivacyAuthorization' onAgreePrivacyAuthorization={onAgree}>{children}</Button>
)
