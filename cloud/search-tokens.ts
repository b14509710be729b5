import { foldForSearch, searchTokens } from '../domain/device/search'
import type { CertificateDoc, DeviceDoc } from './documents'
import { loadPinyin } from './pinyin'

/** Tokens of a certificate with many devices: more of them would only make the index heavy. */
const MOST = 1000

/** 设备类型 as a token, so that the filter combines with a keyword in one index. A colon is in no searchable word. */
export const typeToken = (deviceType: string): string => `type:${foldForSearch(deviceType)}`

/** What a device is found by: 设备名称, 唯一码, 规格型号, 设备编码, 序列号, UDI码, 设备品牌, 生产厂家 (S47, B19). */
export async function deviceTokens({ code, fields }: Pick<DeviceDoc, 'code' | 'fields'>): Promise<string[]> {
  const { name, model, assetNumber, serialNumber, udi, brand, manufacturer } = fields
  const found = searchTokens([name, code, model, assetNumber, serialNumber, udi, brand, manufacturer], await loadPinyin())
  return [...found, typeToken(fields.type)]
}

interface Findable extends Pick<CertificateDoc, 'number' | 'holderName'> {
  /** Those that the certificate names, with their tokens. */
  devices: ReadonlyArray<Pick<DeviceDoc, 'tokens'>>
}

/** What a certificate is found by (S6): 证件号, 姓名 and each device. Without devices: what each of its rows shares. */
export async function certificateTokens({ number, holderName, devices }: Findable): Promise<string[]> {
  const own = searchTokens([number, holderName], await loadPinyin())
  const types = devices.flatMap(({ tokens }) => tokens.filter((token) => token.startsWith('type:')))
  const all = new Set([...own, ...types, ...devices.flatMap(({ tokens }) => tokens)])
  return [...all].slice(0, MOST)
}

/** What a person is found by (B27): 姓名 with its pinyin, and 工号. */
export const personTokens = async ({ name, staffNumber }: { name: string; staffNumber: string }): Promise<string[]> => searchTokens([name, staffNumber], await loadPinyin())

/** What a word of a dictionary is found by: itself, its pinyin and initials. */
export const wordTokens = async (name: string): Promise<string[]> => searchTokens([name], await loadPinyin())
