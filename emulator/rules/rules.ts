import { DATABASE_RULES } from './database-rules'
import { OPERATOR_RULES, type OperatorKind, type OperatorRule } from './operators'
import { SERVICE_RULES } from './service-rules'

/**
 * The rules of the platform by name. The code asks `applies` where a rule lives; a rule that is switched off is broken on purpose, so that
 * a test can show that it would notice. They belong to the process (and to each function's thread), not to one emulator.
 */
export type Rule = keyof typeof DATABASE_RULES | keyof typeof SERVICE_RULES | OperatorRule

export const ALL_RULES: readonly string[] = [...Object.keys(DATABASE_RULES), ...Object.keys(SERVICE_RULES), ...OPERATOR_RULES]

const off = new Set<string>()

export const applies = (rule: Rule): boolean => off.size === 0 || !off.has(rule)

/** Whether an operator of queries, updates or pipelines is on; those that have no rule of their own are. */
export const operatorApplies = (kind: OperatorKind, name: string): boolean => off.size === 0 || !off.has(`${kind}.${name}`)

/** The fields whose rules (`<family>.<field>`) are on. */
export const fieldsThatApply = <T>(family: string, fields: Record<string, T>): Record<string, T> =>
  (off.size === 0 ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => !off.has(`${family}.${name}`))))

/** Switches exactly these rules off and all others on. @throws Error at a name that is no rule */
export const switchOff = (names: readonly string[]): void => {
  const unknown = names.find((name) => !ALL_RULES.includes(name))
  if (unknown !== undefined) throw new Error(`There is no rule «${unknown}»; rules/ lists them.`)
  off.clear()
  names.forEach((name) => off.add(name))
}

export const switchedOff = (): string[] => [...off]

/** `EMULATOR_RULES_OFF`: names separated by commas. */
export const rulesOffIn = (environment: NodeJS.ProcessEnv): string[] => (environment.EMULATOR_RULES_OFF ?? '').split(',').map((name) => name.trim()).filter(Boolean)
