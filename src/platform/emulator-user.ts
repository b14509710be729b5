const KEY = 'emulator-openid'

/** `?as=<openid>` chooses the WeChat user, `?as=` lets him go; the choice lasts as long as the browser's tab. */
const readUser = (): string | null => {
  const asked = new URLSearchParams(window.location.search).get('as')
  if (asked !== null) window.sessionStorage.setItem(KEY, asked)
  const kept = window.sessionStorage.getItem(KEY)
  return kept === '' ? null : kept
}

/** Who the page is open as; `null`: nobody, the web edition. Only the build for the emulator holds this file. */
export const emulatorUser = readUser()
