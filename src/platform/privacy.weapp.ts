import { AGREE } from './agree-id'
import { goTo } from './navigate'

type Answer = { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string }
declare const wx: { onNeedPrivacyAuthorization?: (listener: (answer: (given: Answer) => void) => void) => void }

let waiting: Array<(given: Answer) => void> = []

/**
 * Whatever touches a user's privacy first (photos, files, the phone number, the clipboard) waits until he has answered 隐私保护指引, on a page of its own.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export const watchPrivacy = (): void => wx.onNeedPrivacyAuthorization?.((answer) => {
  waiting.push(answer)
  answer({ event: 'exposureAuthorization' })
  if (waiting.length === 1) goTo('/pages/me/account/agree')
})

/** What waited goes on, or ends as refused; nothing else in the app depends on it. */
export const answerPrivacy = (agreed: boolean): void => {
  const asked = waiting
  waiting = []
  asked.forEach((answer) => answer(agreed ? { event: 'agree', buttonId: AGREE } : { event: 'disagree' }))
}
