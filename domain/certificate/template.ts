import type { CivilDay } from '../kernel/civil-day'
import { DEFAULT_TEMPLATE } from './default-template'
import type { TypeMenu } from './type-menu'

/** What a device's own paper is called in its sentence. */
const OF_DEVICE: Partial<Record<TypeMenu, string>> = {
  'device-licence': '[设备名称]的配置许可证快到期了, 到期日是: [设备操作证到期日], 请及时处理!',
  'device-upkeep': '[设备名称]的保养快到期了, 下次保养日期是: [设备操作证到期日], 请及时安排!',
  'device-metrology': '[设备名称]的计量快到期了, 计量有效期至: [设备操作证到期日], 请及时送检!',
}

/** The sentence that a certificate of a type starts with: the guide's, unless it is no 设备操作证. One without a device is called by its type. */
export function templateFor({ menu, needsDevice }: { menu: TypeMenu; needsDevice: boolean }): string {
  if (!needsDevice) return '[持证人]的[设备名称]快到期了, 到期日是: [设备操作证到期日], 请及时处理!'
  return OF_DEVICE[menu] ?? DEFAULT_TEMPLATE
}

export interface TemplateFacts {
  deviceNames: readonly string[]
  expiresOn: CivilDay | null
  number: string
  holderName: string
  /** Days from today to the last valid day; <0 when it has passed, `null` when it never expires. */
  remainingDays: number | null
  departmentNames: readonly string[]
}

const joined = (texts: readonly string[]): string => [...new Set(texts)].join('、')

/** Each variable with what stands for it. Two devices of one name are both named: they are two devices. */
const VARIABLES: Readonly<Record<string, (facts: TemplateFacts) => string>> = {
  设备名称: (facts) => facts.deviceNames.join('、'),
  设备操作证到期日: (facts) => facts.expiresOn ?? '长期有效',
  证件号: (facts) => facts.number,
  持证人: (facts) => facts.holderName,
  剩余天数: (facts) => (facts.remainingDays === null ? '' : String(facts.remainingDays)),
  所属科室: (facts) => joined(facts.departmentNames),
}

/** What may stand between brackets, in the order in which the form offers it. */
export const TEMPLATE_VARIABLES: readonly string[] = Object.keys(VARIABLES)

const BRACKETED = /\[([^[\]]*)\]/g
const known = (name: string): boolean => Object.prototype.hasOwnProperty.call(VARIABLES, name)

/** Fills the known variables in one pass: an unknown one stays as typed, and a value that looks like a variable is not filled again. */
export function renderTemplate(template: string, facts: TemplateFacts): string {
  return template.replace(BRACKETED, (typed, name: string) => (known(name) ? (VARIABLES[name]?.(facts) ?? typed) : typed))
}

/** The bracketed names that will stay as typed, each once, for the form to point at. */
export function unknownVariables(template: string): string[] {
  const names = [...template.matchAll(BRACKETED)].map((match) => match[1] ?? '')
  return [...new Set(names.filter((name) => !known(name)))]
}
