import { CloudError } from '../cloud-error'
import { applies } from '../rules/rules'

/** The parameters of one action as they came; every reader refuses what is of another kind. */
export type Parameters = Readonly<Record<string, unknown>>

const refuse = (name: string, kind: string): never => {
  throw new CloudError('INVALID_PARAM', `${name} must be ${kind}`)
}

export const textOf = (parameters: Parameters, name: string): string => {
  const value = parameters[name]
  return typeof value === 'string' && value !== '' ? value : refuse(name, 'a text')
}

export const optionalText = (parameters: Parameters, name: string): string | undefined =>
  (parameters[name] === undefined || parameters[name] === '' ? undefined : textOf(parameters, name))

export const optionalNumber = (parameters: Parameters, name: string): number | undefined => {
  const value = parameters[name]
  if (value === undefined || value === null) return undefined
  if (!applies('wire.whole-numbers')) return Math.max(Number(value), 0)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : refuse(name, 'a whole number from 0 on')
}

export const listOf = (parameters: Parameters, name: string): unknown[] => {
  const value = parameters[name]
  return Array.isArray(value) ? value : refuse(name, 'a list')
}

export const objectsOf = (parameters: Parameters, name: string): Parameters[] =>
  listOf(parameters, name).map((item) => (typeof item === 'object' && item !== null ? (item as Parameters) : refuse(name, 'a list of objects')))

/** What every action is handed besides its parameters. */
export interface WireCall {
  parameters: Parameters
  /** `x-tcb-source` of the SDK: the caller's own chain. */
  source: string
}

/** An action answers the fields of the reply beside `requestId`. */
export type Action = (call: WireCall) => Promise<Record<string, unknown>> | Record<string, unknown>
export type Actions = Readonly<Record<string, Action>>
