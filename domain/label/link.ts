import { foldWidth } from '../kernel/text'

/** What a device's label says to a camera: the web edition's address with the device. The mini-program is opened by the same address, once it is entered in its console («扫普通链接二维码打开小程序»). */
export const deviceLink = (folder: string, deviceId: string): string => `${folder}/?device=${encodeURIComponent(deviceId)}`

const ID = /^[A-Za-z0-9_:.-]{1,128}$/

/** `device` in the address of a label, `scene` in the path of a mini-program code. */
const inLink = (link: string): string => /[?&](?:device|scene)=([^&#]+)/.exec(link)?.[1] ?? ''

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/**
 * Which device a page was opened for: by its own link (`id`), by a scanned address (`q`, as WeChat hands it over) or by a mini-program code (`scene`).
 * '' when it says none.
 */
export function scannedDevice({ id, q, scene }: Readonly<Record<string, string | undefined>>): string {
  const said = id ?? (q === undefined ? undefined : decoded(inLink(decoded(q)) || inLink(q))) ?? (scene === undefined ? '' : decoded(scene))
  return ID.test(said) ? said : ''
}

/**
 * Which device a scanned text means: an address of a label, the path of a mini-program code, or a 唯一码 that was typed by hand, its zeros or not. A scanner
 * types in full width where a Chinese input method is on.
 */
export function meantBy(text: string): { id: string } | { code: string } | null {
  const said = foldWidth(text).trim()
  const id = decoded(inLink(said))
  if (ID.test(id)) return { id }
  return /^\d{1,6}$/.test(said) ? { code: said.padStart(6, '0') } : null
}
