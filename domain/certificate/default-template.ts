/** The guide's sentence, sign by sign (S41). */
export const DEFAULT_TEMPLATE = '[设备名称]已经快到设备操作证到期日了, 设备操作证到期日是: [设备操作证到期日], 请及时处理!'
