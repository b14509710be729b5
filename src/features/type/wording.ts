import type { TypeMenu } from '../../../domain/certificate/type-menu'
import type { TitleLevel } from '../../../domain/certificate/title'
import { TYPE_LIMITS, type DemandableField } from '../../../domain/certificate/type'
import type { Channel } from '../../../domain/reminder/channel'
import type { WordBook } from '../../platform/failure-words'

export const TYPE_FAILURES: WordBook = {
  'type.changed-meanwhile': '有人在您打开之后改过这个证件类型。请重新打开，核对后再改。',
  'type.name-taken': '已有同名的证件类型，请换一个名称。',
}

/** What is said at the field itself. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  'type.name-missing': '请填证件类型的名称',
  'type.name-taken': '已有同名的证件类型，请换一个名称',
  'type.validity-out-of-range': `请填 1 到 ${TYPE_LIMITS.validityMonths} 之间的月数；不固定或长期有效请留空`,
  'type.steps-invalid': `请填 0 到 ${TYPE_LIMITS.days} 之间的整数天数，最多 ${TYPE_LIMITS.steps} 个`,
  'type.escalation-invalid': `请填 0 到 ${TYPE_LIMITS.days} 之间的整数天数，最多 ${TYPE_LIMITS.escalation} 级`,
  'type.papers-too-long': `最多 ${TYPE_LIMITS.papers} 项，每项不超过 ${TYPE_LIMITS.paper} 字`,
  'certificate.text-too-long': '内容太长，请精简',
  'certificate.lead-out-of-range': `请填 0 到 ${TYPE_LIMITS.days} 之间的整数天数`,
}

/** The sentence under a field; a code that nobody worded is still told. */
export const fieldWords = (code: string): string => FIELD_WORDS[code] ?? '这一项填得不对，请检查'

/** 证照管理's three menu names. */
export const MENU_WORDS: Readonly<Record<TypeMenu, string>> = {
  'device-certificate': '设备操作证管理', 'device-licence': '设备配置许可证管理', 'staff-qualification': '人员资质管理', 'device-upkeep': '保养计划', 'device-metrology': '计量计划',
}

/** As the certificate's form calls them. */
export const DEMAND_WORDS: Readonly<Record<DemandableField, string>> = {
  issuer: '颁证单位', number: '证件号', holderName: '姓名', gender: '性别', birthMonth: '出生年月', title: '职称',
  operableDevice: '可操作大型设备名称', issuedOn: '签发日期', attachmentIds: '证件照片或文件',
}

export const LEVEL_WORDS: Readonly<Record<TitleLevel, string>> = { senior: '正高', 'associate-senior': '副高以上', intermediate: '中级以上', junior: '初级以上', none: '不限' }

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { home: '首页', wechat: '微信', sms: '短信' }

/** What a failed page must not make anybody fear. */
export const REMINDERS_SAFE = '提醒由服务器发送，不受影响。'
