import type { AccountDoc, PersonDoc, WechatLinkDoc } from '../cloud/documents'
import { personTokens } from '../cloud/search-tokens'
import { hashPassword } from '../cloud/password-hash'
import type { Role } from '../domain/account/role'
import { HOSPITAL, OTHER_HOSPITAL } from './departments'

export const MINI_APP_ID = 'wx0000demo0000mini'
export const OFFICIAL_APP_ID = 'wx0000demo00office'

interface Member { id: string; loginName: string; name: string; role: Role; departmentId: string; title: string; staffNumber: string; phone: string; institutionId?: string }

/** One account per role and a few colleagues. The password of each is its login name and `-2026`. */
const members: readonly Member[] = [
  { id: 'acc-wangjun', loginName: 'wangjun', name: '王军', role: 'hospital-admin', departmentId: 'dept-office', title: '高级工程师', staffNumber: '1001', phone: '13800000001' },
  { id: 'acc-zhangsan', loginName: 'zhangsan', name: '张三', role: 'equipment-office', departmentId: 'dept-office', title: '工程师', staffNumber: '1002', phone: '13800000002' },
  { id: 'acc-lisi', loginName: 'lisi', name: '李四', role: 'department-head', departmentId: 'dept-imaging', title: '主管技师', staffNumber: '2001', phone: '13800000003' },
  { id: 'acc-wangwu', loginName: 'wangwu', name: '王五', role: 'staff', departmentId: 'dept-mr', title: '技师', staffNumber: '2002', phone: '13800000004' },
  { id: 'acc-zhaoliu', loginName: 'zhaoliu', name: '赵六', role: 'staff', departmentId: 'dept-dental', title: '主治医师', staffNumber: '3001', phone: '13800000005' },
  { id: 'acc-qianqi', loginName: 'qianqi', name: '钱七', role: 'staff', departmentId: 'dept-ct', title: '技师', staffNumber: '2003', phone: '' },
  { id: 'acc-sunba', loginName: 'sunba', name: '孙八', role: 'viewer', departmentId: 'dept-eye', title: '主治医师', staffNumber: '4001', phone: '13800000007' },
  { id: 'acc-2-admin', loginName: 'admin2', name: '周九', role: 'hospital-admin', departmentId: 'dept-2-office', title: '工程师', staffNumber: '1', phone: '13900000001', institutionId: OTHER_HOSPITAL },
]

export const passwordOf = (loginName: string): string => `${loginName}-2026`
export const memberNamed = (name: string): Member => {
  const member = members.find((one) => one.name === name)
  if (!member) throw new Error(`nobody in the demo hospital is called ${name}`)
  return member
}

/** Whose certificates have found their record; those of the others wait for somebody to say whose they are (B27), as after every import. */
const claimed = ['赵六', '孙八']
/** The record that a certificate of this name belongs to; null: nobody said it yet. */
export const personNamed = (name: string): string | null => (claimed.includes(name) ? memberNamed(name).id.replace('acc-', 'person-') : null)

export const people = (): Promise<PersonDoc[]> => Promise.all(members.map(async (member) => ({
  _id: member.id.replace('acc-', 'person-'), schema: 1 as const, institutionId: member.institutionId ?? HOSPITAL, staffNumber: member.staffNumber, name: member.name,
  departmentId: member.departmentId, title: member.title, employment: 'permanent' as const, presence: 'present' as const, tokens: await personTokens(member),
})))

const accountOf = async (member: Member): Promise<AccountDoc> => ({
  _id: member.id, schema: 1, institutionId: member.institutionId ?? HOSPITAL, loginName: member.loginName, name: member.name, role: member.role,
  departmentId: member.departmentId, personId: member.id.replace('acc-', 'person-'), phone: member.phone,
  passwordHash: await hashPassword(passwordOf(member.loginName)), active: true, lockout: { failures: 0, lockedUntil: null },
})
let hashed: Promise<AccountDoc[]> | undefined
/** Hashed once: a reset need not wait for eight scrypts. */
export const accounts = (): Promise<AccountDoc[]> => (hashed ??= Promise.all(members.map(accountOf)))

/** WeChat users of the emulator's pretend world. 张三 follows the official account and has not bound yet; 李四 is bound and does not follow. */
export const wechatUsers = members.filter((member) => !member.institutionId).map((member) => ({
  openid: `wx-${member.loginName}`, unionid: `union-${member.loginName}`, name: member.name, phone: member.phone,
  officialOpenid: `oa-${member.loginName}`, follows: member.loginName === 'zhangsan',
}))

const boundFromTheStart = ['王军', '李四', '王五']
export const wechatLinks = (now: Date): WechatLinkDoc[] => boundFromTheStart.map(memberNamed).map((member) => ({
  _id: `${MINI_APP_ID}:wx-${member.loginName}`, schema: 1, institutionId: HOSPITAL, accountId: member.id, appId: MINI_APP_ID,
  openid: `wx-${member.loginName}`, unionid: `union-${member.loginName}`, boundAt: now,
}))
