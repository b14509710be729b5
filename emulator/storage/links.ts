import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock/clock'
import { applies } from '../rules/rules'

/** Signed permissions for one path that end at an instant of the emulator's clock. */
export interface Links {
  /** Query of a temporary link: `sign` and `t`, the second it ends. */
  reading(path: string, seconds: number): string
  mayRead(path: string, query: URLSearchParams): boolean
  /** Token that allows one path to be written for a quarter of an hour. */
  writing(path: string): string
  mayWrite(path: string, token: string): boolean
}

const WRITING_SECONDS = 900

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export const createLinks = (clock: Clock, key: string): Links => {
  const second = (): number => Math.floor(clock.now().getTime() / 1000)
  const sign = (purpose: string, path: string, end: number): string => createHmac('sha256', key).update(`${purpose}\n${path}\n${end}`).digest('hex')
  const holds = (purpose: string, path: string, { end, signature }: { end: number; signature: string }): boolean =>
    Number.isInteger(end) && (second() < end || !applies('storage.link-life')) && same(signature, sign(purpose, path, end))
  return {
    reading: (path, seconds) => {
      const end = second() + seconds
      return `sign=${sign('read', path, end)}&t=${end}`
    },
    mayRead: (path, query) => holds('read', path, { end: Number(query.get('t')), signature: query.get('sign') ?? '' }),
    writing: (path) => {
      const end = second() + WRITING_SECONDS
      return `${end}.${sign('write', path, end)}`
    },
    mayWrite: (path, token) => {
      const [end, signature = ''] = token.split('.')
      return holds('write', path, { end: Number(end), signature })
    },
  }
}
