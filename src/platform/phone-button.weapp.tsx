import { Button } from '@tarojs/components'
import type { PhoneProps } from './phone-button'

/** The app's quota of numbers is used up; WeChat's own words for it would lead nowhere. */
const NO_QUOTA = 1400001

export const mayAskPhone = (): boolean => true

/** WeChat's own button: the number never passes through the app, only a code for it (platform facts §3). */
export const PhoneButton = ({ children, onCode }: PhoneProps) => (
  <Button
    className='btn btn--fill btn--wide wxbtn'
    openType='getPhoneNumber'
    onGetPhoneNumber={({ detail: { code = '', errno } }: { detail: { code?: string; errno?: number } }) => onCode(errno === NO_QUOTA ? null : code)}
  >
    {children}
  </Button>
)
