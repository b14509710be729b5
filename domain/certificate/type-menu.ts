/** 设备操作证, 设备配置许可证, 人员资质, 保养计划, 计量计划: under which menu name a type's certificates are kept. */
export const TYPE_MENUS = ['device-certificate', 'device-licence', 'staff-qualification', 'device-upkeep', 'device-metrology'] as const
export type TypeMenu = (typeof TYPE_MENUS)[number]

/** 保养计划 and 计量计划 (S48): what comes round for a device, kept as a certificate that runs from the last time to the next. */
export const PLAN_MENUS = ['device-upkeep', 'device-metrology'] as const
export type PlanMenu = (typeof PLAN_MENUS)[number]

export const isPlanMenu = (menu: TypeMenu | undefined): menu is PlanMenu => PLAN_MENUS.some((plan) => plan === menu)

/** Says a paper under this menu name who may operate a device (B4)? A licence and a plan are the device's own and entitle nobody. */
export const entitles = (menu: TypeMenu): boolean => menu !== 'device-licence' && !isPlanMenu(menu)

/** 「保养到期」: what a plan is called where it falls due, out of the name of its type. */
export const dueName = (typeName: string): string => `${typeName.replace(/计划$/, '')}到期`
