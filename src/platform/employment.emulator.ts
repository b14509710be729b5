import { emulatorUser } from './emulator-user'
import type { EmploymentAnswer } from './employment'
import { postJson } from './post-json'

/** Takes the place of employment.ts in the build for the emulator, and only there: a chosen WeChat user can be asked, as on his phone. */
export const canAskEmployment = (): boolean => emulatorUser !== null

/** The pretend user always agrees, and the pretend WeChat knows it; `null`: it could not be told. */
export const askEmployment = async (templateId: string): Promise<EmploymentAnswer | null> => {
  try {
    const answer = await postJson('/_emulator/wechat/employ', { openid: emulatorUser, templateIds: [templateId] })
    return 'openid' in (answer as object) ? { binding: 'accept', message: 'accept' } : null
  } catch {
    return null
  }
}
