import type { ReactNode } from 'react'
import type { Call } from '../../contract/call'
import type { ChosenFile } from './chosen-file'

/** How a browser reaches the functions and the storage. */
export interface WebDoor {
  send: (call: Call) => Promise<unknown>
  /** How a file travels: `put` to a signed address, `cloud` as the mini-program does. */
  uploadWay: 'put' | 'cloud'
  /** Only for `uploadWay` cloud. */
  uploadTo: ((path: string, file: ChosenFile, onProgress: (share: number) => void) => Promise<void>) | null
  /** true: the page is open as a WeChat user, who binds instead of logging in. */
  isWeChatUser: () => boolean
  /** Above every screen; null in production. */
  bar: () => ReactNode
  /** Phones that can scan a code which opens `path` with `scene`; null in production, where people hold real ones. */
  phonesNear: (path: string, scene: string) => ReactNode
}
