/** 设备操作证, 设备配置许可证, 人员资质: under which menu name a type's certificates are kept. */
export const TYPE_MENUS = ['device-certificate', 'device-licence', 'staff-qualification'] as const
export type TypeMenu = (typeof TYPE_MENUS)[number]
