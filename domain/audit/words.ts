import { ROLE_WORDS } from '../account/role-words'
import { dayOf, timeOf } from '../kernel/civil-day'
import type { AuditTopic } from './topics'
import type { AuditChange, AuditValue } from './changes'

export const TOPIC_WORDS: Readonly<Record<AuditTopic, string>> = {
  account: '账号与登录', person: '人员', certificate: '证件', device: '设备', rules: '类型与规则', channel: '通道', bulk: '批量办理', export: '导出', seen: '查看个人信息',
}

/** What was done, in the words of the screens. */
const DONE: Readonly<Record<string, string>> = {
  'account.create': '新增账号', 'account.update': '修改账号', 'account.switch-off': '停用账号', 'account.switch-on': '启用账号', 'account.reset': '重置登录',
  'account.see-phone': '查看完整手机号', 'person.get': '查看人员档案', 'person.list': '查看人员名单', 'certificate.get': '查看证件', 'submission.get': '查看提交的证件', 'account.set-password': '用绑定码设置密码', 'account.change-password': '更换密码', 'account.own-data': '导出本人数据', 'account.erase-own': '删除本人数据并停用账号',
  'account.bind': '绑定微信', 'account.find-by-phone': '按手机号找账号', 'account.unbind': '解绑微信', 'account.log-in': '登录网页', 'account.log-out': '退出网页', 'account.end-session': '退出别处的登录',
  'account.begin-web-log-in': '显示扫码登录', 'account.scan-web-log-in': '扫网页登录码', 'account.take-web-log-in': '扫码登录网页', 'account.answer-web-log-in': '答复扫码登录',
  'account.prove': '再次确认身份', 'account.begin-proof': '显示确认身份的码', 'account.take-proof': '用手机确认身份',
  'account.issue-bind-code': '发绑定码', 'account.grant-subscription': '同意订阅消息',
  'person.save': '保存人员档案', 'person.set-presence': '改人员状态', 'person.transfer': '人员转科', 'person.claim': '核对证件归属', 'person.link-account': '对应账号',
  'certificate.save': '保存证件', 'certificate.handle': '处理预警', 'certificate.transfer': '转交', 'certificate.reopen': '恢复提醒', 'certificate.resend': '重发提醒', 'certificate.export': '导出证件', 'certificate.unmask': '查看完整证件信息',
  'submission.submit': '提交换证或新证', 'submission.resubmit': '再次提交', 'submission.withdraw': '撤回提交', 'submission.approve': '审核通过', 'submission.return': '审核退回',
  'review.pack': '下载迎检包', 'year-plan.export': '导出复审培训计划', 'original.save': '改原件存放与材料', 'original.lend': '借出原件', 'original.take-back': '收回原件',
  'device.call': '拨打持证人电话',
  'device.create': '新增设备', 'device.export': '导出设备', 'device.update': '修改设备', 'device.set-status': '改在档状态', 'device.transfer': '设备转科', 'device.add-record': '新增设备记录', 'device.remove-record': '删除设备记录', 'label.order': '打印设备标签',
  'department.add': '新增科室', 'department.move': '调整科室上级', 'dictionary.add': '新增字典内容', 'dictionary.rename': '字典改名', 'dictionary.retire': '停用或恢复字典内容', 'dictionary.merge': '合并字典内容',
  'dictionary.gather': '收录档案里的名称', 'dictionary-import.start': '导入字典',
  'type.save': '保存证件类型', 'rules.save': '保存提醒规则', 'institution.save-security': '保存安全设置', 'institution.create': '开通机构', 'retention.sweep': '按保存期限清理', 'rules.resume': '恢复通道提醒', 'statistics.save-needs': '保存持证要求', 'statistics.export': '导出持证情况', 'channel.save-settings': '保存通道设置', 'channel.test': '测试通道',
  'channel.answer-employment': '答复用工消息',
  'bulk.change': '批量修改提醒', 'bulk.hand-over': '工作交接', 'job.run': '批量办理', 'job.undo': '撤销批量办理', 'certificate-import.start': '导入证件', 'device-import.start': '导入设备', 'person-import.start': '导入人员', 'account-import.start': '导入账号', 'account-import.codes': '下载导入账号的绑定码',
  'import.begin': '上传导入文件', 'import.unpack': '解开导入附件', 'audit.export': '导出审计日志',
}
export const doneWords = (operation: string): string => DONE[operation] ?? operation
/** Every operation that the log can hold, for filtering by topic. */
export const operationNames = (): string[] => Object.keys(DONE)

const FIELDS: Readonly<Record<string, string>> = {
  name: '名称', loginName: '登录名', role: '角色', departmentId: '科室', phone: '手机号', active: '在用', successor: '接替人', bound: '绑定微信', hasPassword: '有密码',
  boundAt: '绑定时间', expiresAt: '有效到', until: '到', sessions: '登录处数', seen: '查看', bytes: '字节', rows: '行数', staffNumber: '工号', title: '职称', employment: '人员类别',
  presence: '人员状态', personId: '对应人员', holderName: '姓名', number: '证件号', issuer: '颁证单位', gender: '性别', birthMonth: '出生年月', operableDevice: '可操作设备',
  issuedOn: '签发日期', validFrom: '生效日期', expiresOn: '有效期至', longTerm: '长期有效', cycleMonths: '周期(月)', leadDays: '提前天数', sendTime: '发送时间', description: '描述', template: '发送内容',
  deviceIds: '关联设备（台）', recipientIds: '指定人员（人）', attachmentIds: '附件（份）', relatedRoles: '相关人员（项）', typeId: '证件类型', cycle: '周期', transferredTo: '转交给',
  note: '说明', kind: '方式', reference: '受理号', status: '在档状态', code: '唯一码', model: '规格型号', on: '日期', person: '经办人', from: '从', to: '交给', state: '状态', reason: '原因',
  jobId: '任务', channel: '通道', test: '测试', home: '首页通知', sms: '短信通知', wechat: '微信通知', handling: '处理', ids: '证件（张）', keyword: '关键词', bucket: '效期', menu: '菜单',
  accepted: '同意接收', employeeMessage: '用工消息', mediaCheck: '照片内容检查',
  deviceType: '设备类型', who: '操作人', topic: '类别', smsPrice: '短信单价', beforeHolidays: '节假日前提醒', holidays: '节假日（个）', operationsDigest: '每日运行摘要',
  validityMonths: '有效月数', reviewDays: '复审天数', basis: '依据', needsDevice: '需要设备', needsPerson: '需要持证人', requiredFields: '必填（项）', papers: '材料（项）', use: '用哪个账号',
  certificates: '证件（张）', cycles: '以前的周期（个）', submissions: '提交记录（份）', messages: '消息（条）', deliveries: '送达记录（条）', people: '离职人员档案（份）', files: '扫描件删除（份）',
  retention: '保存期限', certificateYears: '证件（年）', personYears: '离职人员（年）', messageYears: '消息（年）',
  confirmed: '确认登录', provenBy: '确认方式', adminsConfirm: '管理员登录需手机确认', purpose: '用途', address: '网络地址', appId: 'AppID', parentId: '上级科室', retired: '停用', mergedInto: '并入', words: '内容（项）', added: '收录（项）', moved: '改动（项）', needs: '持证要求（条）', account: '账号', certificateId: '证件', templateId: '模板', sign: '签名', dailyCap: '每日上限', personCap: '每人上限', scans: '扫描件（份）', place: '原件存放处', borrower: '借用人', dueOn: '应还日', id: '编号',
}
/** The last part of a path names the field; what has no word stays itself, so that nothing is hidden. */
export const fieldWords = (field: string): string => field.split('.').map((part) => FIELDS[part] ?? part).join(' · ')

const VALUES: Readonly<Record<string, string>> = {
  ...ROLE_WORDS,
  present: '在岗', away: '暂离', left: '离职', permanent: '在编', contract: '合同', temporary: '临聘', resident: '规培', visiting: '进修', vendor: '厂家',
  male: '男', female: '女', noted: '仅标记已处理', review: '已提交复审', snoozed: '暂缓', revoked: '离岗或注销', renewed: '已换证', password: '密码', phone: '手机', 'log-in': '登录', 'second-step': '管理员登录', proof: '确认身份', default: '平台账号', own: '本院自己的', off: '不用',
}
/** Fields whose values are codes; anything else that happens to look like one is told as it was typed. */
const CODED: readonly string[] = ['role', 'employment', 'presence', 'gender', 'kind', 'use', 'seen', 'provenBy', 'purpose']

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
/** An instant as the hospital's clock says it. */
const instantWords = (value: string): string => `${dayOf(new Date(value))} ${timeOf(new Date(value)).slice(0, 5)}`

/** What somebody looked at whole. */
const SEEN: Readonly<Record<string, string>> = { phone: '手机号', certificate: '证件号和出生年月', record: '人员档案', people: '人员名单', papers: '证件和扫描件', 'handed-in': '提交的证件和照片' }

const codeWords = (field: string, value: AuditValue): string => {
  if (field === 'seen') return SEEN[String(value)] ?? String(value)
  if (typeof value === 'string' && INSTANT.test(value)) return instantWords(value)
  const isCode = CODED.includes(field.slice(field.lastIndexOf('.') + 1))
  return isCode ? VALUES[String(value)] ?? String(value) : String(value)
}

export function valueWords(field: string, value: AuditValue): string {
  if (value === null || value === '') return '空'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return codeWords(field, value)
}

/** 「科室：眼科 → 口腔科」; what was not there before is told alone. */
export const changeWords = ({ field, before, after }: AuditChange): string =>
  (before === null ? `${fieldWords(field)}：${valueWords(field, after)}` : `${fieldWords(field)}：${valueWords(field, before)} → ${valueWords(field, after)}`)
