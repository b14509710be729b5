import type { TypeMenu } from '../../../domain/certificate/type-menu'

interface MenuNames {
  /** As 证照管理's menu says it. */
  list: string
  noun: string
  /** For the phone's title. */
  short: string
  /** What is uploaded. */
  file: string
}

/** What a certificate is called by the menu name that its type is kept under. */
export const MENU_NAMES: Readonly<Record<TypeMenu, MenuNames>> = {
  'device-certificate': { list: '设备操作证管理', noun: '设备操作证', short: '操作证', file: '操作证' },
  'device-licence': { list: '设备配置许可证管理', noun: '设备配置许可证', short: '配置许可证', file: '许可证' },
  'device-upkeep': { list: '保养计划', noun: '保养计划', short: '保养计划', file: '报告' },
  'device-metrology': { list: '计量计划', noun: '计量计划', short: '计量计划', file: '证书' },
  'staff-qualification': { list: '人员资质管理', noun: '人员资质', short: '人员资质', file: '证件' },
}
