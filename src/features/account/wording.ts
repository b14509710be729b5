import type { Browser, System } from '../../../domain/account/web-log-in'
import type { Role } from '../../../domain/account/role'
import type { Reach } from '../../../contract/account'

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'hospital-admin': '院级管理员', 'equipment-office': '设备科', 'department-head': '科室负责人', staff: '科室人员', viewer: '只读',
}

/** How somebody can be reached besides his bound WeChat, in one line for a list. */
export const reachLine = (reach: Reach): string => [
  reach.follows ? '已关注' : '未关注',
  reach.hasPhone ? '有手机号' : '无手机号',
  `微信还可提醒 ${reach.wechatCredits} 次`,
].join('\u3000')

/** The computer that asks for a log-in, as it says itself. */
export const SYSTEM_WORDS: Readonly<Record<System, string>> = { windows: 'Windows 电脑', mac: '苹果电脑', linux: 'Linux 电脑', phone: '手机或平板', other: '其他设备' }
export const BROWSER_WORDS: Readonly<Record<Browser, string>> = { chrome: 'Chrome 浏览器', edge: 'Edge 浏览器', firefox: '火狐浏览器', safari: 'Safari 浏览器', wechat: '微信里的网页', other: '其他浏览器' }
