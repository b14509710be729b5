import type { Browser, System } from '../../../domain/account/web-log-in'

/** The computer that asks for a log-in, as it says itself. */
export const SYSTEM_WORDS: Readonly<Record<System, string>> = { windows: 'Windows 电脑', mac: '苹果电脑', linux: 'Linux 电脑', phone: '手机或平板', other: '其他设备' }
export const BROWSER_WORDS: Readonly<Record<Browser, string>> = { chrome: 'Chrome 浏览器', edge: 'Edge 浏览器', firefox: '火狐浏览器', safari: 'Safari 浏览器', wechat: '微信里的网页', other: '其他浏览器' }
