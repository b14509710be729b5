import type { CounterDoc, DeviceDoc } from '../cloud/documents'
import { deviceTokens } from '../cloud/search-tokens'
import { emptyDeviceFields } from '../domain/device/device'
import { HOSPITAL, OTHER_HOSPITAL, departmentName } from './departments'

type Row = readonly [code: string, name: string, departmentId: string, model: string, type?: string]

/** The guide's own devices (S14, S47); 000065 is not on its pictures. */
const rows: readonly Row[] = [
  ['000055', '裂隙灯', 'dept-eye', 'SL-2G', '眼科'],
  ['000056', '拓普康眼压计', 'dept-eye', 'CT-1', '眼科'],
  ['000057', '牙科综合治疗台 普兰梅卡', 'dept-dental', 'Compact1', '口腔'],
  ['000058', '口腔X射线机; 牙科影像板扫描仪', 'dept-dental', 'EZX-60; FireCR Dental', '口腔'],
  ['000059', 'X射线电子计算机体层螺旋扫描装置 (CT)', 'dept-ct', 'SOMATOM Emotion 16、16排', '放射影像'],
  ['000060', '医用磁共振成像设备 (MR)', 'dept-mr', 'MAGNETOM Skyra、3.0T', '放射影像'],
  ['000061', '放射性活度计 (PETCT)', 'dept-imaging', 'RM-905a'],
  ['000062', '放射性活度计(PETMR)', 'dept-imaging', 'RM-905a'],
  ['000063', '环境监测用x-r辐射空气比释动能率仪', 'dept-imaging', 'JB4000'],
  ['000064', '直读式x-r 辐射个人剂量当量 (率) 监测仪', 'dept-imaging', 'JB4020'],
  ['000065', '数字化医用X射线摄影系统 (DR)', 'dept-imaging', 'Multix Fusion', '放射影像'],
  ['000066', '高压注射器', 'dept-mr', 'Spectris Solaris EP'],
  ['000067', '高压注射器', 'dept-mr', 'Spectris Solaris EP'],
  ['000068', '高压注射器', 'dept-ct', 'Spectris Solaris D'],
  ['000069', '电动吸引器(斯曼峰)', 'dept-dental', 'YX9300'],
  ['000070', '电动吸引器(斯曼峰)', 'dept-dental', 'YX9300'],
  ['000071', '新华牌三次预真空灭菌器', 'dept-dental', '24升MOST-T', '消毒灭菌'],
  ['000072', '法国赛特力高频电刀', 'dept-dental', '25升MOST-T'],
  ['000073', '螺丝钉', 'dept-eye', 'SUINH'],
  ['000074', '螺丝钉', 'dept-eye', 'SUINH'],
  ['000075', '检眼镜', 'dept-eye', 'YZ6H', '眼科'],
]

/** What else the guide shows of single devices. */
const extra: Record<string, { assetNumber?: string; unit?: string; origin?: string; maintainer?: string; largeClass?: '乙类'; catalogue?: string }> = {
  '000059': { largeClass: '乙类', catalogue: '2023' },
  '000060': { largeClass: '乙类', catalogue: '2023' },
  '000055': { maintainer: '服务商测试1' },
  '000075': { assetNumber: '011', unit: '台(套)', origin: '中国' },
}

const deviceOf = async ([code, name, departmentId, model, type = '']: Row, institutionId: string, now: Date): Promise<DeviceDoc> => {
  const { maintainer = '', ...more } = extra[code] ?? {}
  const fields = { ...emptyDeviceFields(), name, departmentId, model, type, ...more }
  return {
    _id: `dev-${institutionId === HOSPITAL ? '' : '2-'}${code}`, schema: 1, institutionId, code, fields, departmentId, departmentName: departmentName(departmentId),
    status: 'in-service', maintainer, tokens: await deviceTokens({ code, fields }),
    version: 1, createdBy: 'acc-wangjun', createdAt: now, updatedBy: 'acc-wangjun', updatedAt: now,
  }
}

export const devices = async (now: Date): Promise<DeviceDoc[]> => [
  ...await Promise.all(rows.map((row) => deviceOf(row, HOSPITAL, now))),
  await deviceOf(['000001', '除颤仪', 'dept-2-office', 'BeneHeart D3'], OTHER_HOSPITAL, now),
]

/** The last 唯一码 handed out in each hospital (S16). */
export const counters: CounterDoc[] = [
  { _id: `${HOSPITAL}:device-code`, schema: 1, institutionId: HOSPITAL, value: 75 },
  { _id: `${OTHER_HOSPITAL}:device-code`, schema: 1, institutionId: OTHER_HOSPITAL, value: 1 },
]
