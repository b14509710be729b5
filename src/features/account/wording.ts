import type { Role } from '../../../domain/account/role'
import type { Reach } from '../../../contract/account'

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'platform-operator': '平台运维', 'hospital-admin': '院级管理员', auditor: '审计员', 'equipment-office': '设备科', 'department-head': '科室负责人', staff: '科室人员', viewer: '只读',
}

/** How somebody can be reached besides his bound WeChat, in one line for a list. */
export const reachLine = (reach: Reach): string => [
  reach.follows ? '已关注' : '未关注',
  reach.hasPhone ? '有手机号' : '无手机号',
  `微信还可提醒 ${reach.wechatCredits} 次`,
  ...(reach.employed ? ['已开启用工消息'] : []),
].join('\u3000')
