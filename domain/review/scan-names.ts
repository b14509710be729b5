import { tidy } from '../kernel/text'

export interface Scan { department: string; holder: string; type: string; number: string; extension: string }

/** What Windows refuses in a name, and what would lead out of the folder. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g // eslint-disable-line no-control-regex
const LONGEST = 40
const part = (text: string, otherwise: string): string => {
  const plain = [...tidy(text.replace(FORBIDDEN, ' '))].slice(0, LONGEST).join('').replace(/[. ]+$/, '').replace(/^[. ]+/, '')
  return plain === '' ? otherwise : plain
}

/** Where each scan lies in the pack: 「扫描件/MR室/张三_设备操作证_C000000063_1.jpg」, told by 科室, 姓名, 类型 and 证件号; no two alike (B17). */
export function scanNames(scans: readonly Scan[]): string[] {
  const taken = new Map<string, number>()
  return scans.map(({ department, holder, type, number, extension }) => {
    const name = `扫描件/${part(department, '未分科室')}/${[part(holder, '未填姓名'), part(type, '证件'), part(number, '无证件号')].join('_')}`
    // Windows takes A and a for one name.
    const key = name.toLowerCase()
    const place = (taken.get(key) ?? 0) + 1
    taken.set(key, place)
    return `${name}_${place}.${extension}`
  })
}

/** What is written across every scan that leaves the hospital: for whom, by whom, when (B17). `institution`: its full name. */
export const stampWords = ({ institution, by, on }: { institution: string; by: string; on: string }): string => `仅供${institution}评审使用 · ${by} · ${on}`
