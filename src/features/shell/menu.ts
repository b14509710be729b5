import type { MenuEntry } from '../../ui/shell'

/** Every kind of certificate under its own name, by the same code. */
const papers = (actions: readonly string[]) => [
  { text: '设备操作证管理', path: '/pages/certificate/list', also: ['/pages/work/import/certificates'] },
  { text: '设备配置许可证管理', path: '/pages/work/licence/list' },
  { text: '人员资质管理', path: '/pages/work/qualification/list' },
  ...(actions.includes('submission.review') ? [{ text: '换证审核', path: '/pages/certificate/record/submissions' }] : []),
  { text: '谁可操作', path: '/pages/work/cover/list' },
  { text: '复审培训计划', path: '/pages/work/review/year' },
  { text: '原件借阅', path: '/pages/work/review/loans' },
  ...(actions.includes('review.pack') ? [{ text: '迎检包', path: '/pages/work/review/pack' }] : []),
  ...(actions.includes('settings.write') ? [{ text: '证件类型', path: '/pages/work/type/list' }] : []),
]

/** 设备档案管理 (S2): who keeps the archive also enters devices and prints their labels. */
const archive = (actions: readonly string[]) => [
  { text: '查询设备档案', path: '/pages/device/list' },
  { text: '扫码找设备', path: '/pages/label/record/scan' },
  ...(actions.includes('device.write') ? [{ text: '新增设备档案', path: '/pages/device/record/create' }, { text: '二维码打印', path: '/pages/label/record/print' }, { text: '二维码打印订单', path: '/pages/label/record/orders' }, { text: '设备档案导入', path: '/pages/work/import/devices' }] : []),
  ...(actions.includes('settings.write') ? [{ text: '字典', path: '/pages/work/dictionary/list', also: ['/pages/work/import/dictionary'] }] : []),
]

/** 审计员 and 平台运维 have nothing to do with devices and papers; before it is known who it is, the menu is whole. */
const worksHere = (actions: readonly string[]): boolean => actions.length === 0 || actions.includes('certificate.read')

const work = (actions: readonly string[]): MenuEntry[] => [
  { text: '设备档案管理', short: '档案', icon: 'device', path: null, entries: archive(actions) },
  { text: '证照管理', short: '证照', icon: 'cert', path: null, entries: papers(actions) },
  { text: '预警计划', short: '计划', icon: 'cal', path: '/pages/work/plan/list' },
  { text: '统计报表', short: '统计', icon: 'doc', path: '/pages/work/statistics/report' },
]

/** What a role opens besides, in the menu's order. */
const BESIDES: ReadonlyArray<readonly [action: string, entry: MenuEntry]> = [
  ['health.read', { text: '运行状况', short: '状况', icon: 'info', path: '/pages/work/health/status' }],
  ['person.read', { text: '人员档案', short: '人员', icon: 'user', path: '/pages/work/person/list', also: ['/pages/work/import/people'] }],
  ['account.write', { text: '账号管理', short: '账号', icon: 'lock', path: '/pages/work/account/accounts', also: ['/pages/work/import/accounts'] }],
  ['account.write', { text: '工作交接', short: '交接', icon: 'send', path: '/pages/work/record/hand-over' }],
  ['settings.write', { text: '提醒规则', short: '规则', icon: 'clock', path: '/pages/work/rules/institution' }],
  ['settings.write', { text: '通道设置', short: '通道', icon: 'bell', path: '/pages/work/channel/settings' }],
  ['security.write', { text: '安全设置', short: '安全', icon: 'lock', path: '/pages/work/rules/security' }],
  ['institution.found', { text: '机构管理', short: '机构', icon: 'build', path: '/pages/work/rules/institutions' }],
  ['audit.read', { text: '审计日志', short: '审计', icon: 'doc', path: '/pages/work/audit/list' }],
]

/** The desk's menu in the guide's words (S2); only what this product has and the role may use. */
export const menuFor = (actions: readonly string[]): MenuEntry[] => [
  { text: '首页', short: '首页', icon: 'home', path: '/pages/home/home' },
  ...(worksHere(actions) ? work(actions) : []),
  ...BESIDES.filter(([action]) => actions.includes(action)).map(([, entry]) => entry),
]
