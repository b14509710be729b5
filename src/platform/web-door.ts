import { postJson } from './post-json'
import { session } from './session'
import type { WebDoor } from './web-door-type'

const base = process.env.TARO_APP_API_BASE ?? ''

const bearer = (): Record<string, string> => {
  const token = session.token()
  return token === null ? {} : { authorization: `Bearer ${token}` }
}

/** The web edition in use: HTTP access with the session of a log-in. */
export const webDoor: WebDoor = {
  send: (call) => postJson(`${base}/api`, call, bearer()),
  uploadWay: 'put',
  uploadTo: null,
  isWeChatUser: () => false,
  bar: () => null,
  phonesNear: () => null,
}
