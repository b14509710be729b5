import type { MenuEntry } from '../../ui/shell'

/** The desk's menu in the guide's words (S2); only what this product has and the role may use. */
export const menuFor = (actions: readonly string[]): MenuEntry[] => [
  { text: '首页', short: '首页', icon: 'home', path: '/pages/home/home' },
  { text: '设备档案管理', short: '档案', icon: 'device', path: '/pages/device/list' },
  { text: '证照管理', short: '证照', icon: 'cert', path: null, entries: [{ text: '设备操作证管理', path: '/pages/certificate/list' }, { text: '谁可操作', path: '/pages/cover/record/list' }] },
  { text: '预警计划', short: '计划', icon: 'cal', path: '/pages/plan/record/list' },
  ...(actions.includes('account.invite') ? [{ text: '账号管理', short: '账号', icon: 'user', path: '/pages/me/account/accounts' } as const] : []),
  ...(actions.includes('account.write') ? [{ text: '工作交接', short: '交接', icon: 'send', path: '/pages/work/record/hand-over' } as const] : []),
  ...(actions.includes('settings.write') ? [{ text: '通道设置', short: '通道', icon: 'bell', path: '/pages/me/channel/settings' } as const] : []),
]
