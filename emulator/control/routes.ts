import type { Incoming } from '../http/incoming'
import type { Reply } from '../http/reply'

/** One call of the control interface. `tail` is what follows the route's own path. */
export interface ControlCall { incoming: Incoming; tail: string; body: Readonly<Record<string, unknown>> }

/** Answers a JSON value, or a whole reply. */
export type ControlHandler = (call: ControlCall) => unknown

/** `GET clock`, or with a tail `POST functions/*`. */
export type ControlRoutes = Readonly<Record<string, ControlHandler>>

export interface Refusal { refused: number; code: string; message: string }

export const refuse = (refused: number, code: string, message: string): Refusal => ({ refused, code, message })

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text of a body; '' if it is none. */
export const textIn = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** A list of texts of a body; undefined if it is none. */
export const textsIn = (body: Readonly<Record<string, unknown>>, name: string): string[] | undefined => {
  const value = body[name]
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
}

export const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'refused' in value

export const isReply = (value: unknown): value is Reply => typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'body' in value
