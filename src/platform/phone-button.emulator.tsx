import { emulatorUser } from './emulator-user'
import type { PhoneProps } from './phone-button'
import { postJson } from './post-json'

/** Takes the place of phone-button.tsx in the build for the emulator, and only there: the chosen WeChat user always agrees. */
export const mayAskPhone = (): boolean => emulatorUser !== null

const ask = async (): Promise<string> => {
  try {
    const { code } = await postJson('/_emulator/wechat/phone-code', { openid: emulatorUser }) as { code?: string }
    return code ?? ''
  } catch {
    return ''
  }
}

export const PhoneButton = ({ children, onCode }: PhoneProps) => (
  <button type='button' className='press btn btn--fill btn--wide' onClick={() => void ask().then(onCode)}>{children}</button>
)
