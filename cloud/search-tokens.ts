import { foldForSearch, searchTokens } from '../domain/device/search'
import type { CertificateDoc, DeviceDoc } from './documents'
import { loadPinyin } from './pinyin'

/** Tokens of a certificate with many devices: more of them would only make the index heavy. */
const MOST = 1000

/** 设备类型 as a token, so that the filter combines with a keyword in one index. A colon is in no searchable word. */
export const typeToken = (deviceType: string): string => `type:${foldForSearch(deviceType)}`

/** What a device is found by: 设备名称, 唯一码, 规格型号, 设备编码, 序列号, 设备品牌, 生产厂家 (S47, B19). */
export async function deviceTokens({ code, fields }: Pick<DeviceDoc, 'code' | 'fields'>): Promise<string[]> {
  const { name, model, assetNumber, serialNumber, brand, manufacturer } = fields
  const found = searchTokens([name, code, model, assetNumber, serialNumber, brand, manufacturer], await loadPinyin())
  return [...found, typeToken(fields.type)]
}

export interface CertificateTokens {
  /** 证件号 and 姓名: what each of its rows is found by, beside the row's own device. */
  own: string[]
  /** `own` and every device: the certificate's `tokens`. */
  all: string[]
}

/** What a certificate is found by (S6). `devices` are those it names, with their tokens. */
export async function certificateTokens(
  { number, holderName }: Pick<CertificateDoc, 'number' | 'holderName'>,
  devices: ReadonlyArray<Pick<DeviceDoc, 'tokens'>>,
): Promise<CertificateTokens> {
  const own = searchTokens([number, holderName], await loadPinyin())
  const types = devices.flatMap(({ tokens }) => tokens.filter((token) => token.startsWith('type:')))
  const all = new Set([...own, ...types, ...devices.flatMap(({ tokens }) => tokens)])
  return { own, all: [...all].slice(0, MOST) }
}
