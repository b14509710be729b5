import './landing'
import { webDoor } from './web-door'

/** true: whoever uses this edition logs in with a name and password (a browser); false: he binds his WeChat. */
export const needsLogIn = (): boolean => !webDoor.isWeChatUser()
export const barAbove = () => webDoor.bar()
export const phonesNear = (path: string, scene: string) => webDoor.phonesNear(path, scene)
