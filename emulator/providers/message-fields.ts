import { refusal, type WechatAnswer } from './answer'
import { takes } from './field-limits'

export type Fields = Record<string, string>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const valueOf = (entry: unknown): string | undefined => {
  const value = isObject(entry) ? entry.value : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** The fields of a message, or the 47003 that names the first wrong one. */
export const readFields = (data: unknown, mustBeTyped: boolean): { fields: Fields } | { refused: WechatAnswer } => {
  const fields: Fields = {}
  if (!isObject(data) || Object.keys(data).length === 0) return { refused: refusal(47001) }
  for (const [name, entry] of Object.entries(data)) {
    const value = valueOf(entry)
    if (value === undefined || value === '') return { refused: refusal(47003, `argument invalid! data.${name}.value is emtpy`) }
    if (!takes(name, value, mustBeTyped)) return { refused: refusal(47003, `argument invalid! data.${name}.value invalid`) }
    fields[name] = value
  }
  return { fields }
}
