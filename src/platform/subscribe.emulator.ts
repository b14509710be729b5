import { emulatorUser } from './emulator-user'
import { postJson } from './post-json'

export type Consent = 'accept' | 'reject' | 'ban' | 'filter'

/** Takes the place of subscribe.ts in the build for the emulator, and only there: a chosen WeChat user can be asked, as on his phone. */
export const canSubscribe = (): boolean => emulatorUser !== null

/** The pretend user always agrees, and the pretend WeChat knows it; `null`: it could not be told. */
export const requestSubscription = async (templateId: string): Promise<Consent | null> => {
  try {
    const answer = await postJson('/_emulator/wechat/accept', { openid: emulatorUser, templateId })
    return 'accepts' in (answer as object) ? 'accept' : null
  } catch {
    return null
  }
}
